package dev.enfilade.contract.sdk;

/**
 * A member of an object on the wire, as an SDK declares it.
 *
 * @param type the SDK's name of the object's type; types without a name of their own are named by the way to them
 * @param name as it is on the wire
 * @param value the type of the value in the words of the SDK's language
 * @param optional whether it may be left out
 */
record SdkMember(String type, String name, String value, boolean optional) {

    SdkMember of(String otherType) {
        return new SdkMember(otherType, name, value, optional);
    }

    SdkMember named(String otherName) {
        return new SdkMember(type, otherName, value, optional);
    }
}
