package dev.enfilade.bootstrap.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The process and the machine below it. What only Linux tells is missing elsewhere. */
final class SystemMeters {

    private static final ProcFile IO = new ProcFile(Path.of("/proc/self/io"));
    private static final ProcFile STATUS = new ProcFile(Path.of("/proc/self/status"));
    private static final ProcFile NETWORK = new ProcFile(Path.of("/proc/self/net/dev"));

    private static final int RECEIVED = 1;
    private static final int SENT = 9;
    private static final int KIBIBYTE = 1024;

    private SystemMeters() {}

    /** The one that listens to the collector lives as long as the registry. */
    @SuppressWarnings("MustBeClosedChecker")
    static void addTo(MeterRegistry registry) {
        List<MeterBinder> binders = List.of(
                new JvmMemoryMetrics(),
                new JvmGcMetrics(),
                new JvmThreadMetrics(),
                new ProcessorMetrics(),
                new UptimeMetrics(),
                new FileDescriptorMetrics(),
                new DiskSpaceMetrics(Path.of("").toAbsolutePath().toFile()));
        binders.forEach(binder -> binder.bindTo(registry));
        if (STATUS.isReadable()) {
            Gauge.builder("process.resident.memory", STATUS, file -> file.number("VmRSS") * KIBIBYTE)
                    .description("Memory of the process that is not swapped out.")
                    .baseUnit("bytes")
                    .register(registry);
        }
        if (IO.isReadable()) {
            counter(
                    registry,
                    "enfilade.disk.read",
                    "Bytes that the process had read from disks.",
                    IO,
                    file -> file.number("read_bytes"));
            counter(
                    registry,
                    "enfilade.disk.written",
                    "Bytes that the process had written to disks.",
                    IO,
                    file -> file.number("write_bytes"));
        }
        if (NETWORK.isReadable()) {
            counter(
                    registry,
                    "enfilade.network.received",
                    "Bytes that came over the network, loopback included, of all processes that share it.",
                    NETWORK,
                    file -> file.sum(RECEIVED));
            counter(
                    registry,
                    "enfilade.network.sent",
                    "Bytes that went over the network, loopback included, of all processes that share it.",
                    NETWORK,
                    file -> file.sum(SENT));
        }
    }

    private static void counter(
            MeterRegistry registry, String name, String description, ProcFile file, ToDoubleFunction<ProcFile> value) {
        FunctionCounter.builder(name, file, value)
                .description(description)
                .baseUnit("bytes")
                .register(registry);
    }
}
