package dev.enfilade.contract.golden;

import java.util.Optional;

/** What the product answered; {@code fault} says how the message broke the rules of HTTP, if it did. */
record Answer(int status, Headers headers, Octets body, Optional<String> fault) {}
