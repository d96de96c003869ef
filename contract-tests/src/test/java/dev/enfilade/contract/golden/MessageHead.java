package dev.enfilade.contract.golden;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A start line and header fields. */
record MessageHead(String startLine, Headers headers) {

    private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*");

    static MessageHead parse(List<String> lines) throws IOException {
        List<Header> fields = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            Matcher field = FIELD.matcher(line);
            if (!field.matches()) {
                throw new IOException("not a header field: " + line);
            }
            fields.add(new Header(field.group(1), field.group(2)));
        }
        return new MessageHead(lines.getFirst(), new Headers(fields));
    }
}
