import configparser

config = configparser.ConfigParser()
config.read_string("""
[DEFAULT]
home = /srv
debug: no

[server]
; a comment
host = localhost
Port = 8080
path = %(home)s/www
text = one
    two

[empty]
""")
print(config.sections(), config["server"]["path"], config.getint("server", "port"), config["server"].getboolean("debug"))
print(config.options("server"), config.get("server", "missing", fallback="?"), "host" in config["server"], "x" in config)
print(repr(config["server"]["text"]), dict(config["empty"]), config.has_option("server", "HOST"))
print(config.items("server"))
for bad in (lambda: config.get("server", "nope"), lambda: config.get("nope", "x"), lambda: config.add_section("server"),
            lambda: config["nope"], lambda: configparser.ConfigParser().read_string("a = 1\n")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)

# expect: ['server', 'empty'] /srv/www 8080 False
# expect: ['host', 'port', 'path', 'text', 'home', 'debug'] ? True False
# expect: 'one\ntwo' {'home': '/srv', 'debug': 'no'} True
# expect: [('home', '/srv'), ('debug', 'no'), ('host', 'localhost'), ('port', '8080'), ('path', '/srv/www'), ('text', 'one\ntwo')]
# expect: NoOptionError No option 'nope' in section: 'server'
# expect: NoSectionError No section: 'nope'
# expect: DuplicateSectionError Section 'server' already exists
# expect: KeyError 'nope'
# expect: MissingSectionHeaderError File contains no section headers.
# expect: file: '<string>', line: 1
# expect: 'a = 1\n'
