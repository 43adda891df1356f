import os, shutil
os.mkdir("dir")
os.makedirs("dir/a/b")
os.makedirs("dir/a/b", exist_ok=True)
with open("dir/f.txt", "w") as f:
    f.write("12345")
print(sorted(os.listdir("dir")), os.path.isdir("dir"), os.path.isfile("dir/f.txt"), os.path.getsize("dir/f.txt"), os.stat("dir/f.txt").st_size)
for f in (lambda: os.mkdir("dir"), lambda: os.remove("nope"), lambda: os.listdir("nope"), lambda: os.rmdir("dir"), lambda: os.makedirs("dir/a"), lambda: open("dir")):
    try:
        f()
    except OSError as e:
        print(type(e).__name__, e)
os.rename("dir/f.txt", "dir/g.txt")
print(sorted(os.listdir("dir")), [(d, sorted(s), fs) for d, s, fs in os.walk("dir")])
print(sorted(e.name for e in os.scandir("dir") if e.is_dir()))
shutil.copy("dir/g.txt", "dir/a")
print(os.path.exists("dir/a/g.txt"))
os.remove("dir/g.txt")
shutil.rmtree("dir")
print(os.path.exists("dir"))

# expect: ['a', 'f.txt'] True True 5 5
# expect: FileExistsError [Errno 17] File exists: 'dir'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: OSError [Errno 39] Directory not empty: 'dir'
# expect: FileExistsError [Errno 17] File exists: 'dir/a'
# expect: IsADirectoryError [Errno 21] Is a directory: 'dir'
# expect: ['a', 'g.txt'] [('dir', ['a'], ['g.txt']), ('dir/a', ['b'], []), ('dir/a/b', [], [])]
# expect: ['a']
# expect: True
# expect: False
