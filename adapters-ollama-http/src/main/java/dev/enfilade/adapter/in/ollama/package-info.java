/**
 * The door of the Ollama HTTP API, and which path leads to which room behind it. The rooms translate between the wire
 * and the driving ports and see neither a backend nor another adapter; what is public in them is for each other.
 */
@NullMarked
package dev.enfilade.adapter.in.ollama;

import org.jspecify.annotations.NullMarked;
