# not-cpython
for use in (breakpoint, help):
    try:
        use()
    except RuntimeError as e:
        print(e)

# expect: breakpoint() is not supported here: there is no debugger prompt
# expect: help() is not supported here: there is no pager
