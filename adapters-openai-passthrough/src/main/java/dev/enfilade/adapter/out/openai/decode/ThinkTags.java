package dev.enfilade.adapter.out.openai.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells reasoning from answer in text that begins with {@code <think>}, as servers give it out that know no reasoning
 * member.
 *
 * <p>The tag counts only at the start of the answer; tags may be split over deltas. White space around the opening tag
 * and behind the closing one belongs to neither side, as Ollama 0.33 has it. Text without the tag comes out delta by
 * delta as it went in.
 */
final class ThinkTags {

    private static final String OPENING = "<think>";
    private static final String CLOSING = "</think>";

    private final Consumer<String> thinking;
    private final Consumer<String> answer;
    private final List<String> undecided = new ArrayList<>();
    private String held = "";

    /** What becomes of the next delta, which depends on the place in the answer. */
    private Consumer<String> next = this::atStart;

    ThinkTags(Consumer<String> thinking, Consumer<String> answer) {
        this.thinking = thinking;
        this.answer = answer;
    }

    /** Takes a delta that is not empty. */
    void add(String delta) {
        next.accept(delta);
    }

    /** Gives out what was held back because a tag might have followed. */
    void end() {
        undecided.forEach(answer);
        if (!held.isEmpty()) {
            thinking.accept(held);
        }
    }

    private void atStart(String delta) {
        undecided.add(delta);
        String text = String.join("", undecided).stripLeading();
        if (text.startsWith(OPENING)) {
            undecided.clear();
            next = this::behindOpening;
            behindOpening(text.substring(OPENING.length()));
        } else if (!OPENING.startsWith(text)) {
            next = answer;
            undecided.forEach(answer);
            undecided.clear();
        }
    }

    private void behindOpening(String delta) {
        String text = delta.stripLeading();
        if (!text.isEmpty()) {
            next = this::inside;
            inside(text);
        }
    }

    private void inside(String delta) {
        String text = held + delta;
        int tag = text.indexOf(CLOSING);
        int certain = tag >= 0 ? tag : text.length() - beginningOfTag(text);
        held = text.substring(certain);
        if (certain > 0) {
            thinking.accept(text.substring(0, certain));
        }
        if (tag >= 0) {
            held = "";
            next = this::behindClosing;
            behindClosing(text.substring(tag + CLOSING.length()));
        }
    }

    /** How many characters at the end of the text may be the beginning of the closing tag. */
    private static int beginningOfTag(String text) {
        int length = Math.min(CLOSING.length() - 1, text.length());
        while (!CLOSING.startsWith(text.substring(text.length() - length))) {
            length--;
        }
        return length;
    }

    private void behindClosing(String delta) {
        String text = delta.stripLeading();
        if (!text.isEmpty()) {
            next = answer;
            answer.accept(text);
        }
    }
}
