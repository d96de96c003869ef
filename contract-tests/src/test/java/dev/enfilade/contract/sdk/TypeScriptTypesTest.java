package dev.enfilade.contract.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeScriptTypesTest {

    @Test
    void membersOfExtendedInterfacesComeFirst() {
        assertThat(TypeScriptTypes.read("""
                        type Colour = 'red' | { hue: number };
                        export interface Thing {
                            /** In grams; never 0. */
                            weight: number;
                        }
                        interface Parcel extends Thing {
                            labels?: Record<string, string>; // any
                            kind: 'a' | 'b' | boolean;
                        }
                        """))
                .containsExactly(
                        new SdkMember("Thing", "weight", "number", false),
                        new SdkMember("Parcel", "weight", "number", false),
                        new SdkMember("Parcel", "labels", "Record<string, string>", true),
                        new SdkMember("Parcel", "kind", "'a' | 'b' | boolean", false));
    }

    @Test
    void objectsInTheirPlaceAreNamedByTheirWay() {
        assertThat(TypeScriptTypes.read("""
                        interface Crate {
                            lid: {
                                marks?: { [key: string]: { depth: number; }; };
                            }[];
                        }
                        """))
                .containsExactly(
                        new SdkMember("Crate", "lid", "object[]", false),
                        new SdkMember("Crate.lid", "marks", "object", true),
                        new SdkMember("Crate.lid.marks.*", "depth", "number", false));
    }

    @Test
    void classesImportsAndExportsAreNoObjects() {
        assertThat(TypeScriptTypes.read("""
                        import { A } from './a.js';
                        declare class Client { ask(q: { a: string; }): void; }
                        declare const client: Client;
                        export { Client, type A };
                        """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enum A { B }",
                "interface A extends Unknown { a: string; }",
                "interface A { a(): string; }",
                "interface A { a: Array<{ b: string; }>; }",
                "interface A<T> { a: T; }",
                "interface A { a: string;",
            })
    void unknownFormsAreRefused(String source) {
        assertThatThrownBy(() -> TypeScriptTypes.read(source)).isInstanceOf(UnknownForm.class);
    }
}
