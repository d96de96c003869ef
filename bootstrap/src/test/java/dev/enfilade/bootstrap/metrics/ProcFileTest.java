package dev.enfilade.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as Linux 6 writes them. */
class ProcFileTest {

    @TempDir
    Path folder;

    @Test
    void aNumberStandsBehindItsWord() throws IOException {
        ProcFile file = file("read_bytes: 4096\nwrite_bytes: 8192\n");

        assertThat(file.number("write_bytes")).isEqualTo(8192);
        assertThat(file.number("other")).isZero();
        assertThat(file("VmPeak:\t  2000 kB\nVmRSS:\t  1234 kB\n").number("VmRSS"))
                .isEqualTo(1234);
    }

    @Test
    void aColumnIsAddedUp() throws IOException {
        ProcFile file = file("""
                Inter-|   Receive   |  Transmit
                 face |bytes packets|bytes
                    lo: 100 1 0 0 0 0 0 0 200 2 0
                  eth0:5000 1 0 0 0 0 0 0 7000 2 0
                """);

        assertThat(file.sum(1)).isEqualTo(5100);
        assertThat(file.sum(9)).isEqualTo(7200);
    }

    @Test
    void whereThereIsNoSuchFileThereIsNothing() {
        ProcFile file = new ProcFile(folder.resolve("none"));

        assertThat(file.isReadable()).isFalse();
        assertThat(file.number("x")).isZero();
        assertThat(file.sum(1)).isZero();
    }

    private ProcFile file(String text) throws IOException {
        return new ProcFile(Files.writeString(folder.resolve("file"), text));
    }
}
