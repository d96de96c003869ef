package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.config.BackendConfig;
import dev.enfilade.bootstrap.config.Configuration;
import dev.enfilade.bootstrap.config.ListenAddress;
import dev.enfilade.bootstrap.config.OpenAiBackend;
import dev.enfilade.bootstrap.config.ProductVersion;
import java.util.ArrayList;
import java.util.List;

/** What a person sees first and last: plain text, few lines, no secrets. */
final class Banner {

    static final int MOST_LINES = 12;

    private static final int MOST_BACKENDS = 4;

    private Banner() {}

    /** The one line that is always there. */
    static String address(ListenAddress address) {
        return "Enfilade " + ProductVersion.text() + " listening on http://" + address;
    }

    static String management(ListenAddress address) {
        return "  metrics  http://" + address + "/metrics";
    }

    /** The last line, where somebody cannot wait. */
    static String cutShort(int running) {
        return "enfilade: ended by a second signal, " + running + " requests were cut";
    }

    /** That line, and what the server was told. */
    static List<String> of(ListenAddress address, Configuration configuration) {
        List<String> lines = new ArrayList<>(List.of(
                address(address),
                "  java     " + Runtime.version(),
                "  config   " + configuration.file().orElse("no file")));
        List<BackendConfig> backends = configuration.settings().backends();
        backends.stream().limit(MOST_BACKENDS).map(Banner::backend).forEach(lines::add);
        if (backends.size() > MOST_BACKENDS) {
            lines.add("           and " + (backends.size() - MOST_BACKENDS) + " more");
        }
        lines.add("  models   " + models(configuration.settings().models().size()));
        configuration.notices().forEach(notice -> lines.add("  note     " + notice));
        return shortened(lines);
    }

    private static String backend(BackendConfig config) {
        return switch (config) {
            case OpenAiBackend backend ->
                "  backend  " + backend.name() + ": " + backend.settings().url()
                        + (backend.settings().key().isPresent() ? ", with a key" : ", without a key");
        };
    }

    private static String models(int named) {
        return named == 0 ? "as the backend lists them" : named + " named, the rest as the backend lists them";
    }

    private static List<String> shortened(List<String> lines) {
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
        first.add("           and " + (lines.size() - first.size()) + " more notes");
        return first;
    }
}
