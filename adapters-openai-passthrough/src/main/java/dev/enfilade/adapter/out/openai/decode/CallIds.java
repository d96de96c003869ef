package dev.enfilade.adapter.out.openai.decode;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Makes ids for tool calls that came without one, in the form of Ollama 0.33. */
final class CallIds {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 8;

    private CallIds() {}

    static String next() {
        Random random = ThreadLocalRandom.current();
        StringBuilder id = new StringBuilder("call_");
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
