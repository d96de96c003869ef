package dev.enfilade.contract.chaos;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One faulted stream, complete: what is asked, what the backend does, what the client does.
 *
 * @param at where the answer breaks off: a byte of the body for a clean end, of the whole answer else
 * @param slice how many bytes the backend writes at once
 * @param leaveAfter how many bytes a client reads that leaves
 */
record Plan(
        Face face,
        boolean streamed,
        Asking asking,
        Opening opening,
        List<Part> parts,
        Framing framing,
        int slice,
        Break end,
        int at,
        Manner manner,
        int leaveAfter) {

    Plan {
        requireNonNull(face);
        requireNonNull(asking);
        requireNonNull(opening);
        parts = List.copyOf(parts);
        requireNonNull(framing);
        requireNonNull(end);
        requireNonNull(manner);
    }

    Plan breaking(Break otherEnd, int otherAt) {
        return new Plan(face, streamed, asking, opening, parts, framing, slice, otherEnd, otherAt, manner, leaveAfter);
    }

    Plan with(List<Part> otherParts) {
        return new Plan(face, streamed, asking, opening, otherParts, framing, slice, end, at, manner, leaveAfter);
    }

    Plan sent(Framing otherFraming, int otherSlice) {
        return new Plan(face, streamed, asking, opening, parts, otherFraming, otherSlice, end, at, manner, leaveAfter);
    }

    Plan asked(Asking otherAsking, Manner otherManner) {
        return new Plan(face, streamed, otherAsking, opening, parts, framing, slice, end, at, otherManner, leaveAfter);
    }
}
