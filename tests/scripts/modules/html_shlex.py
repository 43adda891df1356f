import html
import shlex

print(html.escape("<a href=\"x\">Tom & 'Jerry'</a>"), html.escape('"', quote=False))
print(html.unescape("&lt;p&gt; &amp;amp; &quot;x&quot; &#65;&#x42; &copy; &unknown; &eacute;"))
print(shlex.split("cp 'my file.txt' \"other dir\"/x\\ y --flag=\"a b\" ''"))
print(shlex.quote("it's"), shlex.quote("plain"), shlex.quote(""), shlex.join(["echo", "a b", "c"]))
print(shlex.split("a b # comment", comments=True))
for text in ('"open', "end\\"):
    try:
        shlex.split(text)
    except ValueError as e:
        print(e)

# expect: &lt;a href=&quot;x&quot;&gt;Tom &amp; &#x27;Jerry&#x27;&lt;/a&gt; "
# expect: <p> &amp; "x" AB © &unknown; é
# expect: ['cp', 'my file.txt', 'other dir/x y', '--flag=a b', '']
# expect: 'it'"'"'s' plain '' echo 'a b' c
# expect: ['a', 'b']
# expect: No closing quotation
# expect: No escaped character
