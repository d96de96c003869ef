package dev.enfilade.contract.pact;

/** What a contract may take as given. */
final class ProviderState {

    static final String MODEL_EXISTS = "a model named llama3 exists";
    static final String TOOL_MODEL_EXISTS = "a model named qwen3 exists and calls tools";
    static final String EMBEDDER_EXISTS = "a model named nomic exists and embeds texts";
    static final String BACKEND_DOWN = "the backend is down";
    static final String BACKEND_RATE_LIMITS = "the backend rate-limits";

    private ProviderState() {}
}
