package dev.enfilade.bootstrap;

import dev.enfilade.bootstrap.cli.EnfiladeCommand;
import dev.enfilade.bootstrap.config.Surroundings;
import dev.enfilade.bootstrap.server.ProcessSignals;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import java.util.Map;

/** Where the program begins and, whatever threads are left, ends. */
public final class Main {

    /** Names of backends move when what runs behind them does; Java would stay with an address for half a minute. */
    private static final Map<String, String> SECONDS_TO_TRUST_NAMES =
            Map.of("networkaddress.cache.ttl", "3", "networkaddress.cache.negative.ttl", "1");

    private Main() {}

    /** Runs one command line and exits with its code. */
    public static void main(String[] args) {
        // Read once, at the first look-up.
        SECONDS_TO_TRUST_NAMES.forEach(Security::setProperty);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = EnfiladeCommand.in(Surroundings.ofThisProcess(), out, err, new ProcessSignals())
                .execute(args);
        // Who fills a file must not take half of it for the whole.
        System.exit(code == 0 && out.checkError() ? 1 : code);
    }
}
