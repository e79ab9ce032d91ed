@java -jar "%~dp0jirei.jar" %*
