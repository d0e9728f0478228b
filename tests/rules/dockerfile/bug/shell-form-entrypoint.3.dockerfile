FROM eclipse-temurin:21-jre
# ok: dockerfile.bug.shell-form-entrypoint
ENTRYPOINT exec java $JAVA_OPTS -jar /app.jar
