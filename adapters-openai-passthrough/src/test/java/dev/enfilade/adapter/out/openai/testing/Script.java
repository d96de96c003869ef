package dev.enfilade.adapter.out.openai.testing;

import java.io.IOException;

/** What a {@link ScriptedServer} does on one connection; when it returns, the connection is closed by a FIN. */
@FunctionalInterface
public interface Script {

    void play(Peer peer) throws IOException, InterruptedException;
}
