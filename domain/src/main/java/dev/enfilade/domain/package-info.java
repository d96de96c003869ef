/** Values shared by all parts of the domain; nothing here reads JSON, speaks HTTP or keeps state. */
@NullMarked
package dev.enfilade.domain;

import org.jspecify.annotations.NullMarked;
