package dev.enfilade.contract.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.contract.core.Backend;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The oracle sees lies, and only lies. */
class OracleTest {

    private static final Plan SOUND = new Plan(
            Face.CHAT,
            true,
            Asking.PLAIN,
            Opening.STREAM,
            List.of(Part.ROLE, Part.TOKEN, Part.TOKEN, Part.FINISH, Part.DONE),
            Framing.CHUNK_PER_PART,
            Integer.MAX_VALUE,
            Break.NONE,
            0,
            Manner.READS_ALL,
            0);

    @Test
    void theLiesOfANaiveProxyAreSeenAndItsTruthsAreLeftAlone() throws Exception {
        try (Backend backend = Backend.start();
                NaiveProxy proxy = NaiveProxy.start(backend.url())) {
            Chaos chaos = new Chaos(proxy.address(), backend);

            assertThat(chaos.play(0, SOUND)).isEmpty();
            assertThat(kinds(chaos, SOUND.breaking(Break.CLEAN_END, 150))).contains("I1", "I2");
            assertThat(kinds(chaos, SOUND.breaking(Break.FIN, 300))).contains("I3");
            assertThat(kinds(chaos, SOUND.with(List.of(Part.TOKEN, Part.ERROR))))
                    .contains("I2");
            assertThat(kinds(chaos, SOUND.with(List.of(Part.TOKEN, Part.DONE)))).contains("I2");
            assertThat(kinds(chaos, SOUND.with(List.of(Part.HALF_JSON)))).contains("I2");
            assertThat(kinds(chaos, SOUND.with(List.of(Part.TOKEN_ON_TWO_LINES, Part.FINISH, Part.DONE))))
                    .isEmpty();
        }
    }

    @Test
    void everyInvariantOfTheEndIsHurtByANaiveProxyWithinThreeHundredStreams() throws Exception {
        try (Backend backend = Backend.start();
                NaiveProxy proxy = NaiveProxy.start(backend.url())) {
            List<Plan> read = IntStream.range(0, 1_000)
                    .mapToObj(i -> Plans.of(1, i))
                    .filter(plan -> plan.face() == Face.CHAT && plan.manner().stays() && plan.end() != Break.STALL)
                    .limit(300)
                    .toList();

            Set<String> kinds = new Chaos(proxy.address(), backend)
                    .run(read.size(), read::get).stream()
                            .flatMap(finding -> finding.complaints().stream())
                            .map(complaint -> complaint.substring(0, 2))
                            .collect(Collectors.toSet());

            assertThat(kinds).contains("I1", "I2", "I3", "I8");
        }
    }

    @Test
    void aRequestThatStaysWithoutItsAnswerBehindAnotherOneIsSeen() throws Exception {
        try (Backend backend = Backend.start();
                NaiveProxy proxy = NaiveProxy.start(backend.url())) {
            assertThat(kinds(new Chaos(proxy.address(), backend), SOUND.asked(Asking.FOLLOWED, Manner.READS_ALL)))
                    .containsExactly("I1");
        }
    }

    @Test
    void whatStandsBehindAnAnswerIsTheNextOneOrNothing() {
        assertThat(Successor.oddity(false, "HTTP/1.1 200 OK")).isEmpty();
        assertThat(Successor.oddity(true, "")).isEmpty();
        assertThat(Successor.oddity(true, "HTTP/1.1 200 OK")).isPresent();
        assertThat(Successor.oddity(false, "HTTP/1.1 500 Server Error")).isPresent();
        assertThat(Successor.oddity(false, "{\"error\":\"late\"}HTTP/1.1 200 OK"))
                .isPresent();
    }

    @Test
    void twiceTheSameTokenIsNoPrefix() {
        String token = Script.token("x", 1);

        assertThat(Oracle.judge(SOUND, "x", saw(token + token), 1))
                .anyMatch(complaint -> complaint.startsWith("I1: not a prefix"));
    }

    @Test
    void halfATokenIsNoPrefix() {
        assertThat(Oracle.judge(SOUND, "x", saw(Script.token("x", 1).substring(0, 3)), 1))
                .anyMatch(complaint -> complaint.startsWith("I1: not a prefix"));
    }

    @Test
    void askingAgainAfterATokenIsSeen() {
        String all = Script.token("x", 1) + Script.token("x", 2);

        assertThat(Oracle.judge(SOUND, "x", saw(all), 1)).isEmpty();
        assertThat(Oracle.judge(SOUND, "x", saw(all), 2)).containsExactly("I4: asked again after the first token");
    }

    @Test
    void theBackendsKeyInAnAnswerIsSeen() {
        Plan refused = new Plan(
                Face.CHAT,
                true,
                Asking.PLAIN,
                Opening.REFUSED_KEY,
                List.of(),
                Framing.LENGTH,
                Integer.MAX_VALUE,
                Break.NONE,
                0,
                Manner.READS_ALL,
                0);
        String error = "bad key " + Stage.SECRET;
        Seen seen = new Seen(502, true, error, "", false, List.of(error), List.of());

        assertThat(Oracle.judge(refused, "x", seen, 1)).containsOnly("I7: tells the backend's key");
    }

    private static Seen saw(String text) {
        return new Seen(200, true, text, text, true, List.of(), List.of());
    }

    private static Set<String> kinds(Chaos chaos, Plan plan) {
        return chaos.play(0, plan).stream()
                .flatMap(finding -> finding.complaints().stream())
                .map(complaint -> complaint.substring(0, 2))
                .collect(Collectors.toSet());
    }
}
