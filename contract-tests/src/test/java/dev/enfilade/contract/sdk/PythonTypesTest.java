package dev.enfilade.contract.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonTypesTest {

    @Test
    void membersOfBasesComeFirstAndDocstringsAreNone() {
        assertThat(PythonTypes.read("""
                        from typing import (
                          Optional,
                        )

                        class Thing(BaseModel):
                          \"\"\"
                          >>> weight: int
                          \"\"\"
                          weight: int
                          'Weight: in grams.'

                        class Parcel(Thing):
                          labels: Optional[Mapping[str, str]] = None
                          # a comment
                          owner: Optional[str]

                          def __getitem__(self, key: str) -> Any:
                            other: int = 3
                            return getattr(self, key)
                        """))
                .containsExactly(
                        new SdkMember("Thing", "weight", "int", false),
                        new SdkMember("Parcel", "weight", "int", false),
                        new SdkMember("Parcel", "labels", "Optional[Mapping[str, str]]", true),
                        new SdkMember("Parcel", "owner", "Optional[str]", false));
    }

    @Test
    void nestedClassesAreNamedByTheirWay() {
        assertThat(PythonTypes.read("""
                        class Crate(BaseModel):
                          class Lid(BaseModel):
                            model_config = ConfigDict(populate_by_name=True)
                            colour: str
                          lid: Lid
                        """))
                .containsExactlyInAnyOrder(
                        new SdkMember("Crate.Lid", "colour", "str", false),
                        new SdkMember("Crate", "lid", "Lid", false));
    }

    @Test
    void aliasesAndRenamesAreTheNamesOnTheWire() {
        assertThat(PythonTypes.read("""
                        class Parcel(BaseModel):
                          @model_serializer(mode='wrap')
                          def serialize_model(self, nxt):
                            output = nxt(self)
                            if 'from_' in output:
                              output['from'] = output.pop('from_')
                            return output

                          from_: Optional[str] = None
                          info: Optional[str] = Field(alias='parcel_info')
                          defs: Optional[Any] = Field(None, alias='$defs')
                        """))
                .containsExactly(
                        new SdkMember("Parcel", "from", "Optional[str]", true),
                        new SdkMember("Parcel", "parcel_info", "Optional[str]", false),
                        new SdkMember("Parcel", "$defs", "Optional[Any]", true));
    }

    @Test
    void exceptionsAndModelsThatWriteThemselvesAreNoObjects() {
        assertThat(PythonTypes.read("""
                        class Picture(BaseModel):
                          value: bytes

                          @model_serializer
                          def serialize_model(self):
                            return self.value

                        class Wrong(Exception):
                          code: int = 3
                          x.y = 3
                        """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class A(Unknown):\n  a: int\n",
                "class A(BaseModel, Other):\n  a: int\n",
                "class A(BaseModel):\n  a = 3\n",
                "class A(BaseModel):\n  if x:\n    a: int\n",
                "while True:\n  pass\n",
            })
    void unknownFormsAreRefused(String source) {
        assertThatThrownBy(() -> PythonTypes.read(source)).isInstanceOf(UnknownForm.class);
    }
}
