package dev.enfilade.adapter.in.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.relay.RelayBody;
import dev.enfilade.domain.stream.ByteStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A form with files that passes while the client still sends it. Only its beginning is held, in which the model is
 * looked for; one that comes later stays as it is.
 */
final class FormBody implements RelayBody {

    private static final int BEGINNING = 64 * 1024;

    private final byte[] beginning;
    private final Optional<ModelForm.Found> model;
    private final InputStream rest;
    private final OptionalLong length;

    private FormBody(byte[] beginning, Optional<ModelForm.Found> model, InputStream rest, OptionalLong length) {
        this.beginning = beginning;
        this.model = model;
        this.rest = rest;
        this.length = length;
    }

    /** Reads on until the model is there, the form ends, or the beginning is over. */
    static FormBody read(InputStream source, String boundary, OptionalLong length) throws IOException {
        ModelForm form = new ModelForm(boundary);
        byte[] bytes = new byte[BEGINNING];
        int size = 0;
        int nextLook = 1;
        Optional<ModelForm.Found> model = Optional.empty();
        for (int count = 0; count >= 0 && model.isEmpty() && size < bytes.length; ) {
            count = source.read(bytes, size, bytes.length - size);
            size += Math.max(count, 0);
            if (count < 0 || size >= nextLook || size == bytes.length) {
                model = form.in(bytes, size);
                nextLook = size + size / 4; // Bytes that come one by one would be looked at again and again.
            }
        }
        return new FormBody(Arrays.copyOf(bytes, size), model, source, length);
    }

    Optional<ModelName> model() {
        return model.map(found -> new ModelName(found.value()));
    }

    @Override
    public ByteStream open() {
        return new StreamedBody(new SequenceInputStream(new ByteArrayInputStream(beginning), rest), length).open();
    }

    @Override
    public OptionalLong length() {
        return length;
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public RelayBody withModel(String other) {
        return model.<RelayBody>map(found -> replaced(found, other.getBytes(UTF_8)))
                .orElse(this);
    }

    private FormBody replaced(ModelForm.Found found, byte[] value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(beginning, 0, found.start());
        bytes.writeBytes(value);
        bytes.write(beginning, found.end(), beginning.length - found.end());
        OptionalLong longer = length.isPresent()
                ? OptionalLong.of(length.getAsLong() + value.length - (found.end() - found.start()))
                : length;
        return new FormBody(bytes.toByteArray(), Optional.empty(), rest, longer);
    }
}
