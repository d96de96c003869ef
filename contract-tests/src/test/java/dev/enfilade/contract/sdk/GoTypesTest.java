package dev.enfilade.contract.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoTypesTest {

    @Test
    void namesComeFromTags() {
        assertThat(GoTypes.read("""
                        type Parcel struct {
                        	// Weight is in grams.
                        	Weight  int               `json:"weight"`
                        	Labels  map[string]string `json:"labels,omitempty"` // any
                        	Plain   *bool
                        	Hidden  string `json:"-"`
                        	private int
                        }
                        """))
                .containsExactly(
                        new SdkMember("Parcel", "weight", "int", false),
                        new SdkMember("Parcel", "labels", "map[string]string", true),
                        new SdkMember("Parcel", "Plain", "*bool", false));
    }

    @Test
    void embeddedStructGivesItsMembersAndATaggedOneIsAMember() {
        assertThat(GoTypes.read("""
                        type Crate struct {
                        	Size
                        	Stamps `json:"stamps,omitempty"`
                        }
                        type Stamps []string
                        type Size struct {
                        	Height int `json:"height"`
                        }
                        """))
                .containsExactly(
                        new SdkMember("Crate", "height", "int", false),
                        new SdkMember("Crate", "stamps", "Stamps", true),
                        new SdkMember("Size", "height", "int", false));
    }

    @Test
    void typeWithItsOwnEncoderIsNoObject() {
        assertThat(GoTypes.read("""
                        type Level struct {
                        	Value any
                        }
                        func (l *Level) MarshalJSON() ([]byte, error) {
                        	return json.Marshal(l.Value)
                        }
                        """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type (\n",
                "type Shape interface {\n",
                "type Box[T any] struct {\n",
                "type A struct {\n\tInner struct {\n",
                "type A struct {\n\tB, C int\n}\n",
                "type A struct {\n\ttime.Duration\n}\n",
            })
    void unknownFormsAreRefused(String source) {
        assertThatThrownBy(() -> GoTypes.read(source)).isInstanceOf(UnknownForm.class);
    }
}
