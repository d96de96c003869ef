package dev.enfilade.contract.client;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LangChain4jTest extends ClientTest {

    @TestFactory
    Stream<DynamicTest> productKeepsItsPromises() {
        return Checks.pass(
                new LangChain4jChecks(deployment().address(), deployment().backendAddress(), Duration.ofSeconds(60))
                        .all());
    }

    @TestFactory
    Stream<DynamicTest> damagedProductBreaksEachOfThem() {
        return Checks.fail(new LangChain4jChecks(
                        deployment().damagedAddress(), deployment().damagedAddress(), Duration.ofSeconds(5))
                .all());
    }
}
