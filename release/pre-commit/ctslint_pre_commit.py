"""Nothing: the hook is the command of ctslint."""
