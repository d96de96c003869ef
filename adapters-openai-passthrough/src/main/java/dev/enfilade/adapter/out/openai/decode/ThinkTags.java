package dev.enfilade.adapter.out.openai.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells reasoning from answer in text that begins with {@code <think>}, as servers give it out that know no reasoning
 * member.
 *
 * <p>The tag counts only at the very start of the answer; tags may be split over deltas. White space behind a tag
 * belongs to neither side, as Ollama 0.33 has it. Text without the tag comes out delta by delta as it went in.
 */
final class ThinkTags {

    private static final String OPENING = "<think>";
    private static final String CLOSING = "</think>";

    private enum Place {
        START,
        AFTER_OPENING,
        INSIDE,
        AFTER_CLOSING,
        ANSWER
    }

    private final Consumer<String> thinking;
    private final Consumer<String> answer;
    private final List<String> undecided = new ArrayList<>();
    private String held = "";
    private Place place = Place.START;

    ThinkTags(Consumer<String> thinking, Consumer<String> answer) {
        this.thinking = thinking;
        this.answer = answer;
    }

    /** Takes a delta that is not empty. */
    void add(String delta) {
        switch (place) {
            case START -> start(delta);
            case AFTER_OPENING -> open(delta);
            case INSIDE -> inside(held + delta);
            case AFTER_CLOSING -> close(delta);
            case ANSWER -> answer.accept(delta);
        }
    }

    /** Gives out what was held back because a tag might have followed. */
    void end() {
        undecided.forEach(answer);
        if (!held.isEmpty()) {
            thinking.accept(held);
        }
    }

    private void start(String delta) {
        undecided.add(delta);
        String text = String.join("", undecided);
        if (text.startsWith(OPENING)) {
            undecided.clear();
            place = Place.AFTER_OPENING;
            open(text.substring(OPENING.length()));
        } else if (!OPENING.startsWith(text)) {
            place = Place.ANSWER;
            undecided.forEach(answer);
            undecided.clear();
        }
    }

    private void open(String delta) {
        String text = delta.stripLeading();
        if (!text.isEmpty()) {
            place = Place.INSIDE;
            inside(text);
        }
    }

    private void inside(String text) {
        int tag = text.indexOf(CLOSING);
        int certain = tag >= 0 ? tag : text.length() - beginningOfTag(text);
        if (certain > 0) {
            thinking.accept(text.substring(0, certain));
        }
        held = tag >= 0 ? "" : text.substring(certain);
        if (tag >= 0) {
            place = Place.AFTER_CLOSING;
            close(text.substring(tag + CLOSING.length()));
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

    private void close(String delta) {
        String text = delta.stripLeading();
        if (!text.isEmpty()) {
            place = Place.ANSWER;
            answer.accept(text);
        }
    }
}
