package dev.enfilade.bootstrap.policy;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether a backend is worth asking. It opens after some failures in a row, lets one probe at a time pass after a
 * while, and closes after a few good answers.
 *
 * <p>Where all ways are open, the last resort is still asked: a backend that is the only one is never given up, and a
 * fault that ends is over with the next request.
 */
final class Circuit {

    private static final Duration LONGEST_OPEN = Duration.ofMinutes(1);
    private static final int GOOD_PROBES = 3;

    /** How often the last resort is asked while asking it takes long. */
    private static final Duration BETWEEN_RESORTS = Duration.ofMillis(500);

    /** How a call came to be made; to be handed back with its result. */
    enum Entry {
        FREE,
        PROBE,
        LAST_RESORT,
        REFUSED
    }

    private final CircuitSettings settings;
    private final LongSupplier nanoTime;

    private int failures;
    private boolean open;
    private boolean probing;
    private int goodProbes;
    private boolean slow;
    private Duration pause;
    private long probeAt;
    private long resortAt;
    private long askedAt;
    private boolean everGood;
    private long goodAt;
    private boolean missed;
    private long missedAt;

    Circuit(CircuitSettings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.pause = settings.open();
    }

    /** Every entry but a refused one has to be told how it went. */
    synchronized Entry enter() {
        if (!open) {
            return Entry.FREE;
        }
        if (probing || nanoTime.getAsLong() - probeAt < 0) {
            return Entry.REFUSED;
        }
        probing = true;
        return Entry.PROBE;
    }

    /** For a call that no other circuit lets pass; refused only while every attempt would mean a long wait. */
    synchronized Entry enterAsLastResort() {
        long now = nanoTime.getAsLong();
        if (open && slow && now - resortAt < 0) {
            return Entry.REFUSED;
        }
        resortAt = now + BETWEEN_RESORTS.toNanos();
        return Entry.LAST_RESORT;
    }

    synchronized void leave(Entry entry, Verdict verdict) {
        probing &= entry != Entry.PROBE;
        askedAt = nanoTime.getAsLong();
        switch (verdict.health()) {
            case GOOD -> good();
            case BAD -> bad(entry, verdict);
            case UNKNOWN -> {}
        }
    }

    synchronized boolean isOpen() {
        return open;
    }

    /** Whether its last answer was a failure. */
    synchronized boolean isFailing() {
        return failures > 0;
    }

    /** When it was last asked. */
    synchronized long askedAt() {
        return askedAt;
    }

    /** Whether the backend is up, by the calls to it and by something else that was seen at that time. */
    synchronized boolean isUp(boolean seenUp, long seenAt) {
        boolean out = missed ? missedAt - seenAt >= 0 : open && failures > 0;
        return !out && (seenUp || (everGood && goodAt - seenAt > 0));
    }

    private void good() {
        failures = 0;
        slow = false;
        missed = false;
        everGood = true;
        goodAt = nanoTime.getAsLong();
        probeAt = goodAt;
        goodProbes++;
        if (open && goodProbes >= GOOD_PROBES) {
            open = false;
            pause = settings.open();
        }
    }

    private void bad(Entry entry, Verdict verdict) {
        failures++;
        goodProbes = 0;
        slow = verdict == Verdict.OUT_OF_REACH;
        missed = slow || verdict == Verdict.UNREACHED;
        missedAt = askedAt;
        if (entry == Entry.PROBE) {
            pause = pause.multipliedBy(2).compareTo(LONGEST_OPEN) > 0 ? LONGEST_OPEN : pause.multipliedBy(2);
            openFor(pause);
        } else if (!open && failures >= settings.failures()) {
            openFor(pause);
        }
    }

    private void openFor(Duration time) {
        open = true;
        probeAt = nanoTime.getAsLong() + time.toNanos();
    }
}
