package dev.enfilade.bootstrap.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.application.policy.Call;
import dev.enfilade.application.policy.DirectCalls;
import dev.enfilade.application.policy.Repeat;
import dev.enfilade.application.policy.Shape;
import dev.enfilade.application.policy.Way;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.Failure.Flaw;
import dev.enfilade.domain.failure.Failure.Phase;
import dev.enfilade.domain.failure.FailureException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailoverTest {

    private static final Failure DOWN = new Failure.BackendUnavailable();
    private static final Failure BROKEN = refused(503, Optional.empty());

    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Reply> discarded = new ArrayList<>();
    private final Map<String, Deque<Object>> script = new HashMap<>();
    private final Circuits circuits = new Circuits(List.of("a", "b"), CircuitSettings.DEFAULT, nanos::get);
    private final Failover failover = new Failover(
            circuits,
            new Retries(RetrySettings.DEFAULT, new RetryBudget(20, nanos::get), this::pause, new Random(1)),
            new DirectCalls());

    @Test
    void whatIsAnsweredIsAskedOnce() {
        plays("a", "hello");

        assertThat(ask("a", "b")).isEqualTo(new Reply("hello"));
        assertThat(asked).containsExactly("a");
    }

    static Stream<Failure> worthAnotherTry() {
        return Stream.of(
                DOWN,
                refused(500, Optional.empty()),
                refused(502, Optional.empty()),
                BROKEN,
                refused(504, Optional.empty()),
                refused(529, Optional.empty()),
                new Failure.Broken(Flaw.WORDLESS),
                refused(503, Optional.of(Duration.ofSeconds(2))),
                limited(Optional.of(Duration.ofSeconds(1))));
    }

    @ParameterizedTest
    @MethodSource("worthAnotherTry")
    void aBackendInTroubleIsAskedOnceMoreAfterAPause(Failure failure) {
        plays("a", failure, "hello");

        assertThat(ask("a")).isEqualTo(new Reply("hello"));
        assertThat(pauses).hasSize(1);
    }

    static Stream<Failure> worthNoOtherTry() {
        return Stream.of(
                refused(400, Optional.empty()),
                refused(404, Optional.empty()),
                refused(501, Optional.empty()),
                refused(503, Optional.of(Duration.ofSeconds(3))),
                limited(Optional.empty()),
                limited(Optional.of(Duration.ofSeconds(3))),
                new Failure.BackendDenied(),
                new Failure.ModelNotFound("m"),
                new Failure.Broken(Flaw.CUT),
                new Failure.Broken(Flaw.INVALID),
                new Failure.TimedOut(Phase.CONNECT, Duration.ofSeconds(5)),
                new Failure.TimedOut(Phase.RESPONSE, Duration.ofMinutes(20)),
                new Failure.Cancelled());
    }

    @ParameterizedTest
    @MethodSource("worthNoOtherTry")
    void whatWouldNotHelpOrCouldCostTwiceIsNotRepeated(Failure failure) {
        plays("a", failure, "hello");

        assertThat(failure(() -> ask("a"))).isEqualTo(failure);
        assertThat(asked).containsExactly("a");
    }

    @Test
    void aCertificateThatIsWrongStaysWrong() {
        plays("a", new FailureException(DOWN, new SSLHandshakeException("expired")), "hello");

        assertThat(failure(() -> ask("a"))).isEqualTo(DOWN);
        assertThat(asked).containsExactly("a");
    }

    @Test
    void aConnectionThatBrokeAfterItStoodIsNotTakenForOneThatNeverDid() {
        plays("a", new FailureException(DOWN, new SocketException("Connection reset")), "twice");
        plays("b", new FailureException(DOWN, new ConnectException("Connection refused")), "hello");

        assertThat(failure(() -> ask("a"))).isEqualTo(DOWN);
        assertThat(ask("b").text()).isEqualTo("hello");
        assertThat(asked).containsExactly("a", "b", "b");
    }

    @Test
    void thePauseIsJitteredAndAtLeastWhatTheBackendWishes() {
        plays("a", BROKEN, "x", BROKEN, "x", refused(503, Optional.of(Duration.ofSeconds(2))), "x");
        ask("a");
        ask("a");
        ask("a");

        assertThat(pauses.subList(0, 2))
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMillis(250), Duration.ofMillis(500)))
                .doesNotHaveDuplicates();
        assertThat(pauses.getLast()).isBetween(Duration.ofMillis(2_000), Duration.ofMillis(2_250));
    }

    @Test
    void aClientThatLeavesDuringThePauseEndsIt() {
        plays("a", BROKEN, "hello");
        Failover interrupted = new Failover(
                circuits,
                new Retries(
                        RetrySettings.DEFAULT,
                        new RetryBudget(20, nanos::get),
                        _ -> {
                            throw new InterruptedException();
                        },
                        new Random(1)),
                new DirectCalls());

        assertThat(failure(() -> interrupted.call(call(Repeat.IF_REFUSED, "a"))))
                .isEqualTo(new Failure.Cancelled());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(asked).containsExactly("a");
    }

    @Test
    void anotherBackendIsAskedAtOnceAndFirst() {
        plays("a", BROKEN);
        plays("b", "hello");

        assertThat(ask("a", "b")).isEqualTo(new Reply("hello"));
        assertThat(asked).containsExactly("a", "b");
        assertThat(pauses).isEmpty();
    }

    @Test
    void whereEveryWayFailsTheClientIsToldOfTheOneItAskedFor() {
        plays("a", limited(Optional.empty()));
        plays("b", DOWN);

        assertThat(failure(() -> ask("a", "b"))).isEqualTo(limited(Optional.empty()));
    }

    @Test
    void whatCannotBeSentAgainIsSentOnce() {
        plays("a", DOWN, "hello");
        plays("b", "hello");

        assertThat(failure(() -> failover.call(call(Repeat.NEVER, "a", "b")))).isEqualTo(DOWN);
        assertThat(asked).containsExactly("a");
    }

    @Test
    void whatMayHaveHadAnEffectIsRepeatedOnlyIfItWasNeverReceived() {
        plays("a", BROKEN, DOWN, "hello");

        assertThat(failure(() -> failover.call(call(Repeat.IF_UNREACHED, "a")))).isEqualTo(BROKEN);
        assertThat(failover.call(call(Repeat.IF_UNREACHED, "a"))).isEqualTo(new Reply("hello"));
    }

    @Test
    void anAnswerThatTellsOfAFailureIsDroppedForABetterOne() {
        plays("a", new Reply("bad", Optional.of(BROKEN)), "hello");

        assertThat(ask("a")).isEqualTo(new Reply("hello"));
        assertThat(discarded).extracting(Reply::text).containsExactly("bad");
    }

    @Test
    void anAnswerThatTellsOfAFailureIsPassedOnWhereNoneIsBetter() {
        plays("a", new Reply("bad", Optional.of(BROKEN)), new Reply("worse", Optional.of(BROKEN)));

        assertThat(ask("a").text()).isEqualTo("worse");
        assertThat(discarded).extracting(Reply::text).containsExactly("bad");
    }

    @Test
    void underTotalFailureABackendIsAskedAtMostAFifthMoreOften() {
        for (int i = 0; i < 1_000; i++) {
            plays("a", BROKEN, BROKEN);
            failure(() -> ask("a"));
            nanos.addAndGet(Duration.ofMillis(2).toNanos());
        }

        assertThat(asked).hasSizeBetween(1_000, 1_200);
    }

    @Test
    void aBackendThatKeepsFailingIsLeftAlone() {
        for (int i = 0; i < 10; i++) {
            plays("a", BROKEN);
            plays("b", "hello");
            ask("a", "b");
        }

        assertThat(asked).filteredOn("a"::equals).hasSize(5);
        assertThat(asked).filteredOn("b"::equals).hasSize(10);
    }

    @Test
    void whereOneIsLeftAloneTheOtherIsStillAskedOnceMoreAndNoMore() {
        openA();
        asked.clear();
        plays("b", new Reply("bad", Optional.of(BROKEN)), new Reply("worse", Optional.of(BROKEN)), "hello");

        assertThat(ask("a", "b").text()).isEqualTo("worse");
        assertThat(asked).containsExactly("b", "b");
        assertThat(discarded).extracting(Reply::text).containsExactly("bad");
    }

    @Test
    void aBackendThatIsWellAgainComesBackAndNobodyNoticesTheProbes() {
        openA();
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        asked.clear();
        plays("a", BROKEN);
        plays("b", "hello");
        assertThat(ask("a", "b")).isEqualTo(new Reply("hello"));
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        plays("a", "back");

        assertThat(ask("a", "b")).isEqualTo(new Reply("back"));
        assertThat(asked).containsExactly("a", "b", "a");
    }

    @Test
    void theOnlyBackendIsNeverGivenUp() {
        for (int i = 0; i < 20; i++) {
            plays("a", DOWN, DOWN);
            failure(() -> ask("a"));
        }
        replies("a").clear();
        plays("a", "back");

        assertThat(ask("a")).isEqualTo(new Reply("back"));
    }

    @Test
    void aBackendKnownToBeDownIsToldOfWithoutAPauseAndWithATimeToComeBack() {
        for (int i = 0; i < 5; i++) {
            plays("a", DOWN, DOWN);
            failure(() -> ask("a"));
        }
        pauses.clear();
        plays("a", DOWN);

        assertThat(failure(() -> ask("a")))
                .isEqualTo(new Failure.BackendUnavailable(Optional.of(Duration.ofSeconds(1))));
        assertThat(pauses).isEmpty();
    }

    @Test
    void whereAllAreDownTheOneThatReturnsIsFoundByTheSecondRequest() {
        openA();
        for (int i = 0; i < 5; i++) {
            plays("b", DOWN, DOWN);
            failure(() -> ask("b"));
        }
        script.values().forEach(Deque::clear);
        plays("a", DOWN, DOWN, DOWN);
        plays("b", "back", "back");
        failure(() -> ask("a", "b"));

        assertThat(ask("a", "b").text()).isEqualTo("back");
        assertThat(ask("a", "b").text()).isEqualTo("back");
    }

    @Test
    void aBugIsNotRepeatedAndLeavesTheCircuitAsItWas() {
        openA();
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        plays("a", new IllegalStateException("bug"), "hello");

        assertThatThrownBy(() -> ask("a", "b")).isInstanceOf(IllegalStateException.class);
        assertThat(ask("a", "b")).isEqualTo(new Reply("hello"));
    }

    private void openA() {
        for (int i = 0; i < 5; i++) {
            plays("a", BROKEN);
            plays("b", "hello");
            ask("a", "b");
        }
    }

    private Reply ask(String... backends) {
        return failover.call(call(Repeat.IF_REFUSED, backends));
    }

    private Call<Reply> call(Repeat repeat, String... backends) {
        List<Way<Reply>> ways = Stream.of(backends)
                .map(name -> new Way<>(name, "m", () -> answer(name)))
                .toList();
        return new Call<>(ways.getFirst(), () -> ways.subList(1, ways.size()), repeat, new ReplyShape());
    }

    private Reply answer(String backend) {
        asked.add(backend);
        nanos.incrementAndGet();
        return switch (replies(backend).removeFirst()) {
            case Reply reply -> reply;
            case Failure failure -> throw new FailureException(failure);
            case RuntimeException thrown -> throw thrown;
            case Object text -> new Reply(text.toString());
        };
    }

    private void plays(String backend, Object... replies) {
        replies(backend).addAll(List.of(replies));
    }

    private Deque<Object> replies(String backend) {
        return script.computeIfAbsent(backend, _ -> new ArrayDeque<>());
    }

    private static Failure failure(Runnable action) {
        try {
            action.run();
        } catch (FailureException e) {
            return e.failure();
        }
        throw new AssertionError("it was answered");
    }

    private void pause(Duration time) {
        pauses.add(time);
        nanos.addAndGet(time.toNanos());
    }

    private static Failure refused(int status, Optional<Duration> retryAfter) {
        return new Failure.Refused(status, "no", Optional.empty(), Optional.empty(), retryAfter);
    }

    private static Failure limited(Optional<Duration> retryAfter) {
        return new Failure.RateLimited("slow", Optional.empty(), Optional.empty(), retryAfter);
    }

    private record Reply(String text, Optional<Failure> failure) {
        Reply(String text) {
            this(text, Optional.empty());
        }
    }

    private final class ReplyShape implements Shape<Reply> {
        @Override
        public Optional<Failure> failure(Reply answer) {
            return answer.failure();
        }

        @Override
        public Reply afterwards(Reply answer, Runnable action) {
            return answer;
        }

        @Override
        public void discard(Reply answer) {
            discarded.add(answer);
        }
    }
}
