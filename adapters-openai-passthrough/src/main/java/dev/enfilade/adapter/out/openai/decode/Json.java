package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How JSON of backends is parsed, and what is said of JSON that makes no sense. */
final class Json {

    /** The largest answer that is read as a whole. */
    static final long WHOLE_LIMIT = 128L << 20;

    /**
     * For answers that are read in one go: buffers are shared between virtual threads, which do not live long enough to
     * keep any.
     */
    static final JsonFactory WHOLE = factory(JsonRecyclerPools.sharedConcurrentDequePool());

    /**
     * For one parser per stream: its buffers stay with it while the backend is silent, and events are short, so they
     * are small.
     */
    static final JsonFactory STREAM = factory(new SmallBuffers());

    /** For JSON that goes on to clients as it is. */
    static final JsonFactory STRICT = new JsonFactoryBuilder()
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .streamReadConstraints(constraints())
            .build();

    private Json() {}

    private static JsonFactory factory(RecyclerPool<BufferRecycler> pool) {
        return new JsonFactoryBuilder()
                .recyclerPool(pool)
                .streamReadConstraints(constraints())
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                // Servers in Python write the logarithm of nothing so, and vectors that went wrong.
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
                .build();
    }

    private static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxStringLength((int) WHOLE_LIMIT)
                .build();
    }

    /** Closes a parser, which gives the names that it learned to those that come after it. */
    static void release(JsonParser parser) {
        try {
            parser.close();
        } catch (IOException e) {
            throw invalid(e);
        }
    }

    static FailureException invalid() {
        return invalid(null);
    }

    static FailureException invalid(@Nullable Throwable cause) {
        return new FailureException(new Failure.Broken(Failure.Flaw.INVALID), cause);
    }

    static FailureException cut() {
        return new FailureException(new Failure.Broken(Failure.Flaw.CUT));
    }

    private static final class SmallBuffers implements RecyclerPool<BufferRecycler> {

        private static final long serialVersionUID = 1L;
        private static final int BYTES = 1024;
        private static final int CHARS = 512;

        @Override
        public BufferRecycler acquirePooled() {
            return new BufferRecycler() {
                @Override
                protected int byteBufferLength(int index) {
                    return BYTES;
                }

                @Override
                protected int charBufferLength(int index) {
                    return CHARS;
                }
            };
        }

        @Override
        public void releasePooled(BufferRecycler pooled) {
            // They go with their parser.
        }
    }
}
