package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of files that are wrong. */
class ConfigProblemsTest {

    private static final String BACKEND = "backends: {main: {url: http://127.0.0.1:8000/v1}}\n";

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void emptyFolder() {
        deployment = new Deployment(folder);
    }

    @Test
    void allProblemsComeAtOnceWithTheirPlaces() throws IOException {
        List<String> problems = deployment.yaml("""
            lsiten: 127.0.0.1:1
            version: [1]
            backends:
              main:
                url: localhost:8000
                dialct: vllm
                timeouts: {idle: 5 minutes}
            models:
              llama3:
                backend: mian
                capabilities: [completion, tool]
                contxt: 7
            limits: 7
            drain: {delay: soon}
            """).problems();

        assertThat(problems)
                .containsExactly(
                        "enfilade.yaml:1:1 lsiten: unknown key (expected listen, version, allow-open, management, logging, backends,"
                                + " models-file, models, catalog, cache, keep-alive, fallbacks, retry, breaker, limits, heartbeat, drain, hosts, cors;"
                                + " did you mean listen?)",
                        "enfilade.yaml:2:10 version: a list (expected a version such as 0.33.0)",
                        "enfilade.yaml:5:10 backends.main.url: the value does not fit (expected http://host/path or"
                                + " https://host/path, without user, query and fragment; begin it with http:// or"
                                + " https://)",
                        "enfilade.yaml:6:5 backends.main.dialct: unknown key (expected kind, url, key, key-file, auth, dialect, weight,"
                                + " always-stream, concurrency, headers, timeouts, tls; did you mean dialect?)",
                        "enfilade.yaml:7:22 backends.main.timeouts.idle: \"5 minutes\" does not fit (expected a time above"
                                + " zero such as 250ms, 5s, 20m or 1h; did you mean 5m?)",
                        "enfilade.yaml:10:14 models.llama3.backend: no backend has the name \"mian\" (expected main; did"
                                + " you mean main?)",
                        "enfilade.yaml:11:32 models.llama3.capabilities: \"tool\" does not fit (expected completion,"
                                + " vision, tools, insert, thinking, embedding; did you mean tools?)",
                        "enfilade.yaml:12:5 models.llama3.contxt: unknown key (expected backend, model, capabilities,"
                                + " context, embedding-length, family, parameter-size, quantization, options, hidden; did"
                                + " you mean context?)",
                        "enfilade.yaml:13:9 limits: a single value (expected the keys streams, queue, body, upload)",
                        "enfilade.yaml:14:16 drain.delay: \"soon\" does not fit (expected a time such as 0s, 250ms,"
                                + " 5s, 20m or 1h)");
    }

    @Test
    void keyWhoseFeatureIsMissingIsRefusedWithASentence() throws IOException {
        assertThat(deployment
                        .yaml(BACKEND + "features: {x: true}\nauth: {keys-file: keys}\nui: {enabled: true}\n")
                        .problems())
                .containsExactly(
                        "enfilade.yaml:2:1 features: this version does not have it yet: there is nothing to switch; leave it out"
                                + " (expected no such key)",
                        "enfilade.yaml:3:8 auth.keys-file: this version does not have it yet: clients cannot be asked for keys;"
                                + " a reverse proxy in front can (expected no such key)",
                        "enfilade.yaml:4:6 ui.enabled: this version does not have it yet: there is no page for people;"
                                + " leave it out (expected no such key)");
    }

    @Test
    void optionsOfModelsAreJudgedAsThoseOfRequests() throws IOException {
        assertThat(deployment.yaml(BACKEND + """
            models:
              a:
                options:
                  defaults: {temprature: 1, top_k: 0.5, temperature: warm}
                  forced: {use_mmap: maybe, seed: [1, 2], num_ctx: 8192, stop: done}
            """).problems())
                .satisfiesExactly(
                        it -> assertThat(it).contains("a.options.defaults.temprature", "did you mean temperature?"),
                        it -> assertThat(it).contains("a.options.defaults.top_k", "expected a whole number"),
                        it -> assertThat(it).contains("a.options.defaults.temperature", "expected a number"),
                        it -> assertThat(it).contains("a.options.forced.use_mmap", "expected true or false"),
                        it -> assertThat(it).contains("a.options.forced.seed", "expected a whole number"));
    }

    @Test
    void referenceThatLeadsNowhereIsAProblem() throws IOException {
        assertThat(deployment.yaml("""
            version: ${NOT_SET}
            hosts: ["${a b}"]
            backends: {main: {key: "${file:/not/there}"}}
            """).problems())
                .containsExactly(
                        "enfilade.yaml:1:10 version: the variable NOT_SET is not set (expected it, or a default:"
                                + " ${NOT_SET:-default})",
                        "enfilade.yaml:2:9 hosts: ${a b} is no reference (expected ${NAME}, ${NAME:-default},"
                                + " ${file:/path} or ${credential:NAME})",
                        "enfilade.yaml:3:24 backends.main.key: /not/there cannot be read: no such file");
    }

    @Test
    void keyFileWithoutAKeyIsAProblem() throws IOException {
        deployment.file("key", "sk-a\nsk-b\n");

        assertThat(deployment
                        .yaml("backends: {main: {key-file: %s}}".formatted(folder.resolve("key")))
                        .problems())
                .singleElement()
                .asString()
                .contains("holds no key")
                .doesNotContain("sk-");
    }

    @Test
    void keyGivenTwiceInOneLayerIsAProblem() throws IOException {
        assertThat(deployment.yaml("backends: {main: {key: a, key-file: b}}").problems())
                .anySatisfy(problem -> assertThat(problem).contains("given beside key"));
    }

    @Test
    void noBackendAtAllNamesTheWaysToHaveOne() {
        assertThat(deployment.problems())
                .singleElement()
                .asString()
                .contains("OPENAI_API_KEY", "OPENAI_BASE_URL", "enfilade demo");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    limits: {body: 32MB}                     | did you mean 32MiB?
                    limits: {body: 32}                       | did you mean 32B?
                    limits: {upload: 1 gb}                   | did you mean 1GiB?
                    drain: {delay: 5}                        | did you mean 5s?
                    drain: {timeout: 2min}                   | did you mean 2m?
                    drain: {timeout: fortnight}              | such as 0s, 250ms, 5s, 20m or 1h)
                    retry: {budget: 20}                      | did you mean 20%?
                    allow-open: yes                          | did you mean true?
                    limits: {streams: 0}                     | a whole number from 1
                    limits: {streams: 1e3}                   | a whole number from 1
                    limits: [streams, 7]                     | a list (expected the keys streams, queue, body, upload)
                    hosts: {a: b}                            | a group of keys (expected a list
                    hosts: [[a]]                             | a list (expected a host name
                    hosts: ["a b"]                           | a host name without port
                    cors: {origins: [example.com]}           | an origin such as
                    listen: 11434                            | an address such as
                    listen: 127.0.0.1:70000                  | an address such as
                    fallbacks: {a: [a]}                      | "a" cannot step in for itself
                    fallbacks: {a: ["A:latest"]}             | "A:latest" cannot step in for itself
                    fallbacks: {a: [b, b]}                   | "b" cannot step in twice
                    fallbacks: [a]                           | a list (expected keys
                    models: {a: b, "a:latest": c}            | the same name as "a"
                    models: {" a": b}                        | without spaces around it
                    models: {a: [b]}                         | a list (expected the keys
                    models: a                                | a single value (expected names with values)
                    logging: {level: verbose}                | error, warn, info, debug, trace
                    logging: {level: inf}                    | did you mean info?
                    auth: {rate: {requests-per-minute: 7}}   | this version does not have it yet
                    """)
    void impossibleValueSaysWhatWasExpected(String yaml, String said) throws IOException {
        assertThat(deployment.yaml(BACKEND + yaml).problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem).startsWith("enfilade.yaml:2:").contains(said));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {url: localhost:8000}                    | begin it with http:// or https://
                    {url: "http://me:sk-canary@host/v1"}     | give the password as key, key-file or headers
                    {url: "http://host/v1?key=sk-canary"}    | leave out what follows the path
                    {url: "ftp://host"}                      | expected http://host/path
                    {url: "http://host:99999"}               | expected http://host/path
                    {url: [a]}                               | a list (expected http
                    {}                                       | neither url nor key
                    {url: "http://h", key: ""}               | it is empty
                    {url: "http://h", key: a, key-file: b}   | given beside key
                    {url: "http://h", concurrency: none}     | a whole number from 1
                    {url: "http://h", headers: {Host: a}}    | a header name that is not the connection's own
                    {url: "http://h", headers: {"a b": c}}   | a header name
                    {url: "http://h", dialect: vLM}          | did you mean vllm?
                    {url: "http://h", kind: openAI}          | did you mean openai?
                    """)
    void impossibleBackendSaysWhatWasExpected(String backend, String said) throws IOException {
        assertThat(deployment.yaml("backends: {main: " + backend + "}").problems())
                .first()
                .satisfies(problem -> assertThat(problem)
                        .startsWith("enfilade.yaml:1:")
                        .contains(said)
                        .doesNotContain("canary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "-a", "ключ", "''", "a/b"})
    void backendHasANameForLogsAndVariables(String name) throws IOException {
        assertThat(deployment
                        .yaml("backends: {'" + name.replace("'", "") + "': {url: 'http://h'}}")
                        .problems())
                .singleElement()
                .asString()
                .startsWith("enfilade.yaml:1:12 ")
                .contains("a name of letters, digits");
    }

    @Test
    void keysWithoutValuesAreKeysThatAreNotThere() throws IOException {
        deployment.yaml(BACKEND + "listen:\nlimits: {body: null, streams: ~}\nmodels:\nhosts:\ncors: {origins: }\n");

        assertThat(deployment.settings().limits().body()).isEqualTo(32 << 20);
    }

    @Test
    void secretInTheWrongPlaceIsNotRepeatedEither() throws IOException {
        assertThat(deployment.yaml(BACKEND + """
                        limits: {streams: sk-proj-canary, body: "http://me:canary@host/v1"}
                        sk-proj-canary: x
                        """).problems())
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem).doesNotContain("canary"));
    }

    @Test
    void errorsNeverShowSecrets() throws IOException {
        List<String> problems =
                deployment.variable("SECRET", "sk-very-secret\n").yaml("""
                    backends:
                      main:
                        url: http://user:sk-very-secret@host
                        key: ${SECRET}
                        headers: {X-Key: "${SECRET}"}
                    limits: {body: "${SECRET}"}
                    """).problems();

        assertThat(problems)
                .hasSize(4)
                .allSatisfy(problem -> assertThat(problem).doesNotContain("sk-very"));
    }
}
