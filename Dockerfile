# Tickertape on Open Liberty. Build the application first: ./mvnw package
#
# 26.0.0.6 is the quarterly release closest to the version that the tests run on (see pom.xml): only the latest and the
# quarterly images are kept and get security fixes. The base image runs as user 1001, not as root.
FROM icr.io/appcafe/open-liberty:26.0.0.6-kernel-slim-java25-openj9-ubi-minimal

COPY --chown=1001:0 liberty/config/ /config/
COPY --chown=1001:0 target/tickertape-server/drivers/ /config/drivers/
# Installs only the features that server.xml names.
RUN features.sh
COPY --chown=1001:0 target/tickertape-server/tickertape.war /config/apps/
# This starts the server to fill its caches, and makes a key and a database that would be the same in every container:
# remove them.
RUN configure.sh && rm -rf /output/resources/security /output/data

EXPOSE 9080 9443

# The image has bash, because its own scripts need it; it may have no curl.
HEALTHCHECK --start-period=60s --interval=10s --timeout=5s CMD \
    ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${HTTP_PORT:-9080} && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r -u 3 status && [[ $status == *' 200 '* ]]"]
