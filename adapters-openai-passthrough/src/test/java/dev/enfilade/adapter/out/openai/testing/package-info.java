/** Backends made of bytes, for tests of this and other modules. Nothing here knows the code under test. */
@NullMarked
package dev.enfilade.adapter.out.openai.testing;

import org.jspecify.annotations.NullMarked;
