FROM eclipse-temurin:21-jre
# finds: dockerfile.bug.shell-form-entrypoint
ENTRYPOINT java $JAVA_OPTS -jar /app.jar
