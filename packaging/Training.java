import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the demo of a home for a moment and has the JVM write down which classes it loaded, in an archive from which the
 * next start is faster.
 */
final class Training {

    private static final Pattern ADDRESS = Pattern.compile("listening on (http://\\S+)");
    private static final String CHAT =
            "{\"model\":\"demo-echo\",\"stream\":%b,\"messages\":[{\"role\":\"user\",\"content\":\"Hello there\"}]}";

    private final HttpClient client = HttpClient.newHttpClient();

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Training().train(Path.of(arguments[0]));
    }

    private void train(Path home) throws IOException, InterruptedException {
        Path archive = home.resolve("enfilade.aot");
        Path log = Files.createTempFile("training", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("runtime/bin/java").toString(),
                        "@" + home.resolve("enfilade.jvm"),
                        "-XX:AOTCacheOutput=" + archive,
                        "-jar",
                        home.resolve("enfilade.jar").toString(),
                        "demo",
                        "--listen",
                        "127.0.0.1:0")
                .redirectOutput(log.toFile());
        builder.environment().clear();
        Process demo = builder.start();
        try (BufferedReader said = demo.errorReader(StandardCharsets.UTF_8)) {
            String address = address(said);
            Thread rest = Thread.startVirtualThread(() -> said.lines().forEach(line -> {}));
            use(address);
            // By SIGTERM it ends in order and writes the archive. The process itself would close its output, too.
            demo.toHandle().destroy();
            int code = demo.waitFor();
            rest.join();
            if (code != 0 || !Files.exists(archive)) {
                throw new IOException("no archive was written, exit code " + code + ", see " + log);
            }
        } finally {
            demo.destroyForcibly();
        }
        Files.delete(log);
    }

    private static String address(BufferedReader said) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return address.group(1);
            }
            lines.add(line);
        }
        throw new IOException("the demo did not start: " + lines);
    }

    /** What most clients do first. */
    private void use(String address) throws IOException, InterruptedException {
        ask(HttpRequest.newBuilder(URI.create(address + "/readyz")));
        for (String path : List.of("/api/tags", "/api/version", "/v1/models")) {
            ask(HttpRequest.newBuilder(URI.create(address + path)));
        }
        for (boolean streamed : List.of(true, false)) {
            for (String path : List.of("/api/chat", "/v1/chat/completions")) {
                ask(HttpRequest.newBuilder(URI.create(address + path))
                        .POST(BodyPublishers.ofString(CHAT.formatted(streamed))));
            }
        }
    }

    private void ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                request.header("Content-Type", "application/json").build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.request().uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }
}
