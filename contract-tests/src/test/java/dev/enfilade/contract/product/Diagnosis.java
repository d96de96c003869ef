package dev.enfilade.contract.product;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the JDK's own tool tells of a running product. */
public final class Diagnosis {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    /** Young and old, as the collector that the product runs with names them; what follows them is no heap. */
    private static final int GENERATIONS = 2;

    private Diagnosis() {}

    /** The heap that is in use once everything that can be collected is. */
    public static long usedKiB(ProcessHandle process) throws IOException, InterruptedException {
        ask(process, "GC.run");
        Matcher used = USED.matcher(ask(process, "GC.heap_info"));
        return used.results()
                .limit(GENERATIONS)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    /** What {@code jcmd} says to these words. */
    public static String ask(ProcessHandle process, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process.pid())));
        command.addAll(List.of(words));
        Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(jcmd.getInputStream().readAllBytes(), US_ASCII);
        jcmd.waitFor();
        return said;
    }
}
