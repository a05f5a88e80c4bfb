using PayPage.Domain;
using PayPage.Domain.Processors;
using PayPage.Processors.Stripe;

namespace PayPage.Unit.Processors.Stripe;

public sealed class StripeAccountReaderTests
{
    private const string Secret = "sk_test_4eC39HqLyjWDarjtT1zdp7dc";
    private const string Public = "pk_test_TYooMQauvdEDq54NiTphI7jx";
    private const string Signing = "whsec_c2lnbmluZyBzZWNyZXQgb25l";

    private static readonly ProcessorSecrets Known = new(Secret, [Signing]);

    [Theory]
    [InlineData("", Public, Signing, "OnPage", "SecretKey", "Paste the secret key")]
    [InlineData(Public, Public, Signing, "OnPage", "SecretKey", "publishable key")]
    [InlineData("sk_test_", Public, Signing, "OnPage", "SecretKey", "begins with sk_test_")]
    [InlineData("sk_test_4eC39HqLyjWD arjtT1zdp7dc", Public, Signing, "OnPage", "SecretKey", "begins with sk_test_")]
    [InlineData("4111111111111111111", Public, Signing, "OnPage", "SecretKey", "begins with sk_test_")]
    [InlineData(Secret, "", Signing, "OnPage", "PublicKey", "needs it")]
    [InlineData(Secret, Secret, Signing, "OnPage", "PublicKey", "must never be seen by a browser")]
    [InlineData(Secret, "pk_live_TYooMQauvdEDq54NiTphI7jx", Signing, "OnPage", "PublicKey", "of one kind")]
    [InlineData(Secret, "pk_whatever0000000", Signing, "Hosted", "PublicKey", "begins with pk_test_")]
    [InlineData(Secret, Public, "secret", "OnPage", "SigningSecret", "begins with whsec_")]
    [InlineData(Secret, Public, Signing, "3", "Style", "Choose")]
    [InlineData(Secret, Public, Signing, "", "Style", "Choose")]
    public void What_is_wrong_is_said_of_the_field_and_never_repeats_a_key(string key, string publicKey, string signing, string style, string field, string words)
    {
        var faulty = Assert.IsType<AccountReading.Faulty>(new StripeAccountReader().Read(new AccountWords(key, publicKey, signing, false, style), null, null));

        Assert.Contains(words, faulty.Faults[field], StringComparison.Ordinal);
        Assert.All(faulty.Faults.Values, fault => Assert.DoesNotContain("4eC39", fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Secret, Mode.Test)]
    [InlineData("rk_test_4eC39HqLyjWDarjtT1zdp7dc", Mode.Test)]
    [InlineData("sk_live_4eC39HqLyjWDarjtT1zdp7dc", Mode.Live)]
    [InlineData("  rk_live_4eC39HqLyjWDarjtT1zdp7dc ", Mode.Live)]
    public void The_mode_is_that_of_the_key(string key, Mode mode)
    {
        var read = Assert.IsType<AccountReading.Read>(new StripeAccountReader().Read(new AccountWords(key, null, null, false, "Hosted"), null, null));

        Assert.Equal((mode, key.Trim(), "p7dc"), (read.Mode, read.Secrets.ApiKey, read.KeyEnd));
        Assert.Empty(read.Secrets.WebhookSecrets);
    }

    [Fact]
    public void A_blank_key_on_a_change_is_the_one_that_is_there()
    {
        var read = Assert.IsType<AccountReading.Read>(new StripeAccountReader().Read(new AccountWords(" ", Public, "", false, "OnPage"), Known, Mode.Test));

        Assert.Equal((Secret, null, Mode.Test), (read.Secrets.ApiKey, read.KeyEnd, read.Mode));
        Assert.Equal([Signing], read.Secrets.WebhookSecrets);
    }

    [Fact]
    public void A_live_key_does_not_turn_a_test_account_into_a_live_one()
    {
        var faulty = Assert.IsType<AccountReading.Faulty>(
            new StripeAccountReader().Read(new AccountWords("sk_live_4eC39HqLyjWDarjtT1zdp7dc", Public, null, false, "Hosted"), Known, Mode.Test));

        Assert.Contains("another account", faulty.Faults["SecretKey"], StringComparison.Ordinal);
    }

    [Fact]
    public void Typed_keys_are_not_written_by_accident() => Assert.DoesNotContain("4eC39", $"{new AccountWords(Secret, null, null, false, null)}", StringComparison.Ordinal);
}
