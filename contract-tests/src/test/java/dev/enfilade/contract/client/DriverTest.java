package dev.enfilade.contract.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.contract.toolchain.Command;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client in another language, by its driver among the test resources. */
abstract class DriverTest extends ClientTest {

    private Command driver;

    /** The driver, ready to run. */
    abstract Command installed() throws IOException, InterruptedException;

    @BeforeAll
    void install() throws IOException, InterruptedException {
        driver = installed();
    }

    @Test
    void productKeepsItsPromises() throws IOException, InterruptedException {
        DriverReport report =
                DriverReport.of(driver.with(deployment().address(), deployment().backendAddress()));

        assertThat(report.failed()).isEmpty();
        assertThat(report.passed()).isNotEmpty();
    }

    @Test
    void damagedProductBreaksEachOfThem() throws IOException, InterruptedException {
        DriverReport report = DriverReport.of(
                driver.with(deployment().damagedAddress(), deployment().damagedAddress()));

        assertThat(report.passed()).isEmpty();
        assertThat(report.failed()).isNotEmpty();
    }
}
