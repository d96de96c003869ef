/** What foreign exceptions and the error answers of backends mean to us. Nothing here talks to a backend. */
@NullMarked
package dev.enfilade.adapter.out.openai.failure;

import org.jspecify.annotations.NullMarked;
