package dev.enfilade.contract.client;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class OpenAiJavaTest extends ClientTest {

    @TestFactory
    Stream<DynamicTest> productKeepsItsPromises() {
        return Checks.pass(
                new OpenAiJavaChecks(deployment().address(), deployment().backendAddress()).all());
    }

    /** So the relay adds nothing to them, and the checks are fair. */
    @TestFactory
    Stream<DynamicTest> backendByItselfKeepsThemToo() {
        return Checks.pass(
                new OpenAiJavaChecks(deployment().backendAddress(), deployment().backendAddress()).all());
    }

    @TestFactory
    Stream<DynamicTest> damagedProductBreaksEachOfThem() {
        return Checks.fail(
                new OpenAiJavaChecks(deployment().damagedAddress(), deployment().damagedAddress()).all());
    }
}
