package dev.enfilade.contract.delivery;

import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The jar that the build packaged, and how far runs of it can get. */
record ShippedJar(JarClasses classes) {

    private static final String OURS = "dev/enfilade/";

    /**
     * Services of the SDK that are made on demand and never asked for, and its making of schemas from Java classes: the
     * classes behind them may be missing.
     */
    private static final Pattern DOOR = Pattern.compile("com/openai/("
            + "client/OpenAIClientAsync.*|core/StructuredOutputs.*|core/JsonSchemaValidator.*|services/async/.*"
            + "|services/blocking/chat/completions/.*"
            + "|services/blocking/(?!(Chat|chat/ChatCompletion|Completion|Embedding|Model)Service(Impl)?\\b).*)");

    static ShippedJar read() throws IOException {
        return new ShippedJar(JarClasses.read(PackagedProduct.jar()));
    }

    /** Whether this class is behind a door that nobody opens. */
    static boolean isDoor(String name) {
        return DOOR.matcher(name).matches();
    }

    Set<String> withinReach() {
        return classes.reachable(ways(), ShippedJar::isDoor);
    }

    /** As if every door were opened. */
    Set<String> withinReachOfAnybody() {
        return classes.reachable(ways(), _ -> false);
    }

    /** The classes that our own ones name. */
    Stream<String> namedByUs() {
        return classes.named().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(OURS))
                .flatMap(entry -> entry.getValue().stream());
    }

    /** Where runs begin: our own classes, and what service loaders and the configuration of logs make. */
    private Stream<String> ways() {
        return Stream.concat(
                classes.named().keySet().stream()
                        .filter(name -> name.startsWith(OURS) || name.startsWith("ch/qos/logback/classic/")),
                classes.providers().stream());
    }
}
