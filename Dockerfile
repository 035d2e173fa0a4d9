# The service as an image: built with Maven, run on a JDK 25 by a user without rights.
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml .
COPY ledger-core ledger-core
COPY projections projections
COPY client client
COPY docs/reference/openapi.json docs/reference/openapi.json
COPY ledger-api ledger-api
COPY benchmarks/pom.xml benchmarks/pom.xml
RUN mvn -B -q -DskipTests -pl ledger-api -am package

FROM eclipse-temurin:25-jre
RUN apt-get update -q \
    && apt-get install -y -q --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /data sovang \
    && install -d -o sovang -g sovang -m 700 /data /data/keys /data/anchor /data/logs
COPY --from=build /src/ledger-api/target/sovang.jar /opt/sovang.jar
USER sovang
WORKDIR /data
ENV LC_ALL=C.UTF-8 SOVANG_LANGUAGE=vi
EXPOSE 8080
ENTRYPOINT ["java", "-Dfile.encoding=UTF-8", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", \
    "-XX:MaxRAMPercentage=70", "--enable-native-access=ALL-UNNAMED", "-jar", "/opt/sovang.jar"]
CMD ["serve", "--data", "/data", "--address", "0.0.0.0"]
