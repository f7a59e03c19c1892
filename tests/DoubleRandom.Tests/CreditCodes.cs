using CsCheck;

namespace DoubleRandom.Tests;

/// <summary>Credit codes by GB 32100-2015 and the legacy numbers that stand in their place.</summary>
public sealed class CreditCodes
{
    private static readonly Gen<CreditCode> AnyCode =
        from category in OneOf("91", "92", "93", "12", "52")
        from division in OneOf("532822", "110000", "330100", "440300")
        from body in Gen.Char[CreditCode.Alphabet].Array[8]
        select CreditCode.Compose(category, Jurisdiction.Parse(division, null), new string(body));

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Refusal RefusalOf(string? text)
    {
        CreditCode.Read(text).Refused(out var refusal).ShouldBeTrue();
        return refusal!;
    }

    [Theory]
    [InlineData("9144030071526726XG")]
    [InlineData("91330100799655058B")]
    [InlineData("91110000802100433B")]
    [InlineData("914403001922038216")]
    [InlineData("91532822MA6K1A2B1J")]
    [InlineData("92532822MA6L3C4D83")]
    [InlineData("93532822MA6M5E6F4H")]
    public void A_valid_code_is_read_as_it_stands(string code) => CreditCode.Read(code).Value.Value.ShouldBe(code);

    [Theory]
    [InlineData("91532822ma6k1a2b1j")]
    [InlineData("９１５３２８２２ＭＡ６Ｋ１Ａ２Ｂ１Ｊ")]
    [InlineData("９１５３２８２２ｍａ６ｋ１ａ２ｂ１ｊ")]
    [InlineData(" 91532822 MA6K1A2B 1J ")]
    [InlineData("91-532822-MA6K1A2B1-J")]
    [InlineData("91－532822—MA6K1A2B1–J")]
    [InlineData("\u300091532822MA6K1A2B1J\u00A0")]
    [InlineData("\uFEFF91532822MA6K1A2B1J\u200B\t")]
    public void Width_case_spaces_hyphens_and_invisible_characters_are_mended_first(string typed) =>
        CreditCode.Read(typed).Value.Value.ShouldBe("91532822MA6K1A2B1J");

    [Theory]
    [InlineData(null, "credit-code.empty")]
    [InlineData("", "credit-code.empty")]
    [InlineData(" 　-", "credit-code.empty")]
    [InlineData("91532822MA6K1A2B1", "credit-code.length")]
    [InlineData("91532822MA6K1A2B1JJ", "credit-code.length")]
    [InlineData("91532822MA6K1A2B1K", "credit-code.check")]
    [InlineData("91532822MA6KIA2B1J", "credit-code.letter-alike")]
    [InlineData("91532822MA6K1A2B1O", "credit-code.letter-alike")]
    [InlineData("91532822MA6K1A2B1Z", "credit-code.letter-alike")]
    [InlineData("91532822MA6K1A2B1S", "credit-code.letter-alike")]
    [InlineData("91532822MA6K1A2B1V", "credit-code.letter-alike")]
    [InlineData("91532822MA6K1A2B1茶", "credit-code.letter")]
    [InlineData("9.15328220000000E+17", "credit-code.number")]
    public void Each_fault_has_its_own_refusal(string? typed, string code) => RefusalOf(typed).Code.ShouldBe(code);

    [Fact]
    public void A_wrong_check_character_is_named_with_the_right_one()
    {
        var refusal = RefusalOf("91532822MA6K1A2B1K");
        refusal.Because.ShouldContain("第18位是“K”，按前17位计算应为“J”");
        refusal.InEnglish.ShouldContain("is “K”, the first 17 call for “J”");
    }

    [Fact]
    public void A_wrong_length_is_named() => RefusalOf("91532822MA6K1A2B1").Because.ShouldContain("有17位，应为18位");

    [Fact]
    public void A_wrong_letter_is_named_with_its_place_and_its_likely_meaning() =>
        RefusalOf("91532822MA6KIA2B1J").Because.ShouldContain("第13位是字母“I”");

    [Fact]
    public void Half_a_surrogate_pair_is_refused_and_does_no_harm() => RefusalOf("91532822MA6K1A2B1\uD83D").Code.ShouldBe("credit-code.letter");

    [Fact]
    public void Any_single_substitution_is_found() =>
        Gen.Select(AnyCode, Gen.Int[0, CreditCode.Length - 1], Gen.Char[CreditCode.Alphabet]).Sample((code, place, letter) =>
        {
            var changed = code.Value[..place] + letter + code.Value[(place + 1)..];
            return CreditCode.TryParse(changed, null, out _) == (changed == code.Value);
        });

    [Fact]
    public void Any_swap_of_two_neighbours_is_found() =>
        Gen.Select(AnyCode, Gen.Int[0, CreditCode.Length - 3]).Sample((code, place) =>
        {
            var changed = code.Value[..place] + code.Value[place + 1] + code.Value[place] + code.Value[(place + 2)..];
            return CreditCode.TryParse(changed, null, out _) == (changed == code.Value);
        });

    [Fact]
    public void A_composed_code_holds_both_checks_and_its_parts() =>
        AnyCode.Sample(code => code.OrganisationCheckHolds && CreditCode.Parse(code.Value, null) == code && code.Division.Length == 6);

    [Fact]
    public void Arbitrary_text_never_throws() => Gen.String.Sample(text => CreditCode.Read(text).Refused(out _) || text.Length >= CreditCode.Length);

    [Fact]
    public void The_organisation_code_inside_is_only_warned_about()
    {
        CreditCode.Parse("91330100799655058B", null).OrganisationCheckHolds.ShouldBeTrue();
        CreditCode.Parse("91532822MA6K1A2B1J", null).OrganisationCheckHolds.ShouldBe(OrganisationCheckOf("MA6K1A2B") == '1');
    }

    private static char OrganisationCheckOf(string body) =>
        CreditCode.Compose("91", Jurisdiction.Parse("532822", null), body).OrganisationCode[^1];

    [Fact]
    public void A_15_digit_number_is_a_legacy_number()
    {
        var legacy = SubjectCode.Read(" 532822 600012345").Value;
        legacy.Value.ShouldBe("532822600012345");
        legacy.IsLegacy.ShouldBeTrue();
        legacy.CreditCode.ShouldBeNull();
    }

    [Fact]
    public void A_subject_code_of_18_characters_is_a_credit_code()
    {
        var code = SubjectCode.Read("91532822ma6k1a2b1j").Value;
        code.IsLegacy.ShouldBeFalse();
        code.CreditCode.ShouldBe(CreditCode.Parse("91532822MA6K1A2B1J", null));
    }

    [Theory]
    [InlineData("53282260001234X", "credit-code.length")]
    [InlineData("5328226000123", "credit-code.length")]
    [InlineData("91532822MA6K1A2B1K", "credit-code.check")]
    public void What_is_neither_is_refused_as_a_credit_code(string typed, string code)
    {
        SubjectCode.Read(typed).Refused(out var refusal).ShouldBeTrue();
        refusal!.Code.ShouldBe(code);
    }
}
