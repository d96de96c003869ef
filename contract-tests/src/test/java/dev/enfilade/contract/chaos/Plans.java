package dev.enfilade.contract.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Makes the plan of a seed and a number: always the same one. */
final class Plans {

    private static final int WHOLE = Integer.MAX_VALUE;
    private static final List<Part> TOKENS = ofSense(Sense.TOKEN);
    private static final List<Part> NOTHINGS = ofSense(Sense.NOTHING);
    private static final List<Part> LIES = List.of(
            Part.ERROR,
            Part.ERROR_TEXT,
            Part.ERROR_FIELD,
            Part.ERROR_WITH_SECRET,
            Part.HALF_JSON,
            Part.NO_JSON,
            Part.FINISH,
            Part.DONE,
            Part.TOKEN);
    private static final List<Opening> REFUSALS =
            List.of(Opening.values()).stream().filter(Opening::isRefusal).toList();

    private final RandomGenerator random;

    private Plans(RandomGenerator random) {
        this.random = random;
    }

    static Plan of(long seed, int index) {
        long mixed = seed * 0x9E3779B97F4A7C15L + index * 0xBF58476D1CE4E5B9L;
        return new Plans(RandomGeneratorFactory.of("SplittableRandom").create(mixed)).plan();
    }

    private Plan plan() {
        boolean streamed = !chance(25);
        Plan sound = new Plan(
                any(List.of(Face.values())),
                streamed,
                chance(80) ? Asking.PLAIN : any(List.of(Asking.values())),
                opening(streamed),
                parts(),
                chance(50) ? Framing.CHUNK_PER_PART : any(List.of(Framing.values())),
                slice(),
                Break.NONE,
                0,
                Manner.READS_ALL,
                0);
        return behaved(sound.opening().isRefusal() ? sound : broken(sound));
    }

    private Opening opening(boolean streamed) {
        if (chance(15)) {
            return any(REFUSALS);
        }
        boolean asAsked = chance(94);
        return streamed == asAsked ? Opening.STREAM : Opening.WHOLE;
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        if (chance(50)) {
            parts.add(Part.ROLE);
        }
        int count = random.nextInt(10);
        for (int i = 0; i < count; i++) {
            parts.add(chance(70) ? Part.TOKEN : any(TOKENS));
            if (chance(10)) {
                parts.add(any(NOTHINGS));
            }
        }
        parts.add(Part.FINISH);
        if (chance(30)) {
            parts.add(Part.USAGE);
        }
        if (chance(90)) {
            parts.add(Part.DONE);
        }
        if (chance(20)) {
            parts.add(random.nextInt(parts.size() + 1), chance(1) ? Part.HUGE_LINE : any(LIES));
        }
        if (chance(10)) {
            parts.remove(random.nextInt(parts.size()));
        }
        return parts;
    }

    private int slice() {
        return switch (random.nextInt(10)) {
            case 0 -> 1 + random.nextInt(8);
            case 1, 2 -> 1 + random.nextInt(200);
            default -> WHOLE;
        };
    }

    private Plan broken(Plan plan) {
        if (chance(25)) {
            return plan;
        }
        Break end = chance(99) ? any(List.of(Break.CLEAN_END, Break.FIN, Break.RESET, Break.BAD_CHUNK)) : Break.STALL;
        Script script = Script.of(plan, "0");
        int size = end == Break.CLEAN_END ? script.bodySize() : script.bytes().length;
        int at = chance(40) ? any(script.borders(end)) + random.nextInt(5) - 2 : random.nextInt(size + 1);
        return plan.breaking(end, Math.clamp(at, 0, size));
    }

    /** Who leaves does so while the backend still has something to say, if that can be. */
    private Plan behaved(Plan plan) {
        if (chance(80)) {
            return plan;
        }
        Manner manner = any(List.of(Manner.values()));
        boolean stalls = !manner.stays() && !plan.opening().isRefusal() && chance(80);
        Plan mannered = plan.asked(plan.asking(), manner);
        Plan silent = stalls ? mannered.breaking(Break.STALL, plan.at()) : mannered;
        return new Plan(
                silent.face(),
                silent.streamed(),
                silent.asking(),
                silent.opening(),
                silent.parts(),
                silent.framing(),
                silent.slice(),
                silent.end(),
                silent.at(),
                silent.manner(),
                random.nextInt(400));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    private static List<Part> ofSense(Sense sense) {
        return List.of(Part.values()).stream()
                .filter(part -> part.sense() == sense)
                .toList();
    }
}
