import configparser
import sys

config = configparser.ConfigParser()
config["DEFAULT"] = {"Level": "1"}
config["user"] = {"name": "Ann", "Age": "30"}
config.set("user", "rate", "50%%")
config.add_section("more")
config["more"]["list"] = "a\nb"
config.write(sys.stdout)
print(config["user"]["rate"], config["user"]["level"])
with open("set.ini", "w") as f:
    config.write(f)
again = configparser.ConfigParser()
print(again.read(["set.ini", "none.ini"]), again == config, again.remove_option("user", "name"), again.remove_section("more"))
print(again.sections(), list(again["user"]))
try:
    config.set("user", "age", 31)
except TypeError as e:
    print(e)

# expect: [DEFAULT]
# expect: level = 1
# expect:
# expect: [user]
# expect: name = Ann
# expect: age = 30
# expect: rate = 50%%
# expect:
# expect: [more]
# expect: list = a
# expect: 	b
# expect:
# expect: 50% 1
# expect: ['set.ini'] True True True
# expect: ['user'] ['age', 'rate', 'level']
# expect: option values must be strings
