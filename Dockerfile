# Tickertape on Open Liberty. Build the application first: ./mvnw package
#
# 26.0.0.6 is the quarterly release next to the version that the tests run on (see pom.xml): of the images, the latest
# and the last quarterly ones are kept and get their security fixes. The base image runs as user 1001, not as root.
FROM icr.io/appcafe/open-liberty:26.0.0.6-kernel-slim-java25-openj9-ubi-minimal

COPY --chown=1001:0 liberty/config/ /config/
# Fetches just the features that server.xml names.
RUN features.sh
COPY --chown=1001:0 target/tickertape-server/tickertape.war /config/apps/
# It starts the server to warm its caches; the key that it makes then would be the same in every container.
RUN configure.sh && rm -rf /output/resources/security

EXPOSE 9080 9443

# bash is there, because the image's own scripts need it; curl may not be.
HEALTHCHECK --start-period=60s --interval=10s --timeout=5s CMD \
    ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${HTTP_PORT:-9080} && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r -u 3 status && [[ $status == *' 200 '* ]]"]
