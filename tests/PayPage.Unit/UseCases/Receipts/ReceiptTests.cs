using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Receipts;
using PayPage.Security;
using PayPage.Unit.Support;
using PayPage.UseCases.Receipts;

namespace PayPage.Unit.UseCases.Receipts;

public sealed class ReceiptTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_receipt_says_what_was_paid_and_what_is_left_and_is_signed_in_the_same_commit(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var payment = await PayAsync(world, await world.InvoiceAsync(100_00, number: "INV-7"), 40_00);

        var receipt = await world.ReadAsync(db => db.Receipts.SingleAsync(Ct));
        var facts = ReceiptFactsText.Read(receipt.Facts);

        Assert.Equal("R-000001", facts.Number);
        Assert.Equal(new Money(40_00, Currency.Usd), facts.Amount);
        Assert.Equal(new Money(60_00, Currency.Usd), facts.Left);
        Assert.Equal(new Money(100_00, Currency.Usd), facts.InvoiceTotal);
        Assert.Equal(payment.Reference, facts.Reference);
        Assert.Equal("INV-7", facts.InvoiceNumber);
        Assert.Equal(receipt.Facts, ReceiptFactsText.Write(facts));
        Assert.Equal(ReceiptTruth.True, (await VerifyAsync(world, receipt.Code)).Truth);
    }

    [Fact]
    public async Task Receipts_are_numbered_without_a_gap_one_for_each_payment_however_often_its_news_come()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00);

        for (var i = 1; i <= 3; i++)
        {
            var payment = await PayAsync(world, id, 10_00);
            await world.RecordAsync(payment, ProcessorState.Succeeded, $"again-{i}");
        }

        Assert.Equal(["R-000001", "R-000002", "R-000003"], await world.ReadAsync(db => db.Receipts.OrderBy(r => r.Number).Select(r => r.Number).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Each_merchant_counts_his_own()
    {
        await using var world = await World.CreateAsync();
        await PayAsync(world, await world.InvoiceAsync(10_00), 10_00);
        var (other, _) = await world.MerchantAsync();
        await PayAsync(world, await world.InvoiceAsync(10_00, caller: other), 10_00);

        Assert.Equal(["R-000001", "R-000001"], await world.ReadAsync(db => db.Receipts.Select(r => r.Number).ToListAsync(Ct)));
    }

    [Fact]
    public async Task What_is_changed_in_the_books_afterwards_is_found_out()
    {
        await using var world = await World.CreateAsync();
        await PayAsync(world, await world.InvoiceAsync(10_00), 10_00);
        var code = await world.ReadAsync(db => db.Receipts.Select(r => r.Code).SingleAsync(Ct));

        await world.ReadAsync(db => db.Receipts.ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Facts, r => r.Facts.Replace("\"amount\":\"10.00\"", "\"amount\":\"90.00\"")), Ct));

        var verdict = await VerifyAsync(world, code);
        Assert.Equal(ReceiptTruth.Altered, verdict.Truth);
        Assert.Null(verdict.Facts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_code_that_we_never_printed_is_unknown(string code)
    {
        await using var world = await World.CreateAsync();
        await PayAsync(world, await world.InvoiceAsync(10_00), 10_00);

        Assert.Equal(ReceiptTruth.Unknown, (await VerifyAsync(world, code)).Truth);
    }

    [Fact]
    public async Task After_a_new_key_old_receipts_are_true_still_and_nobody_can_sign_with_the_old_one()
    {
        await using var world = await World.CreateAsync();
        await PayAsync(world, await world.InvoiceAsync(10_00), 10_00);

        var newest = await world.UseAsync<RotateReceiptKey, string>(rotate => rotate.HandleAsync(Ct));
        await PayAsync(world, await world.InvoiceAsync(10_00), 10_00);

        var receipts = await world.ReadAsync(db => db.Receipts.OrderBy(r => r.Number).ToListAsync(Ct));
        Assert.NotEqual(newest, receipts[0].KeyId);
        Assert.Equal(newest, receipts[1].KeyId);
        Assert.Equal(ReceiptTruth.True, (await VerifyAsync(world, receipts[0].Code)).Truth);
        Assert.Equal(ReceiptTruth.True, (await VerifyAsync(world, receipts[1].Code)).Truth);
        Assert.Equal(1, await world.ReadAsync(db => db.ReceiptKeys.CountAsync(k => k.SealedPrivateKey != null, Ct)));
    }

    [Fact]
    public async Task A_lost_key_costs_the_signature_and_not_the_payment_and_the_next_key_makes_it_good()
    {
        await using var world = await World.CreateAsync();
        await world.UseAsync<RotateReceiptKey, string>(rotate => rotate.HandleAsync(Ct));
        await world.ReadAsync(db => db.ReceiptKeys.ExecuteUpdateAsync(set => set.SetProperty(k => k.SealedPrivateKey, new byte[] { 1, 2, 3 }), Ct));

        var id = await world.InvoiceAsync(10_00);
        await PayAsync(world, id, 10_00);

        Assert.Equal(0, (await world.InvoiceAsync(id)).Due.Minor);
        var receipt = await world.ReadAsync(db => db.Receipts.SingleAsync(Ct));
        Assert.Equal(ReceiptTruth.Unsigned, (await VerifyAsync(world, receipt.Code)).Truth);

        await world.UseAsync<RotateReceiptKey, string>(rotate => rotate.HandleAsync(Ct));

        Assert.Equal(ReceiptTruth.True, (await VerifyAsync(world, receipt.Code)).Truth);
    }

    [Fact]
    public async Task Where_no_first_key_can_be_made_the_payment_is_booked_and_its_receipt_signed_later()
    {
        var ring = new LostRing();
        await using var world = await World.CreateAsync(with: services => services.AddSingleton<IReceiptSigner>(new DataProtectionReceiptSigner(ring)));
        var id = await world.InvoiceAsync(10_00);

        await PayAsync(world, id, 10_00);

        Assert.Equal(0, (await world.InvoiceAsync(id)).Due.Minor);
        var receipt = await world.ReadAsync(db => db.Receipts.SingleAsync(Ct));
        Assert.Equal(ReceiptTruth.Unsigned, (await VerifyAsync(world, receipt.Code)).Truth);
        Assert.False(await world.ReadAsync(db => db.ReceiptKeys.AnyAsync(Ct)));

        ring.IsFound = true;
        await world.UseAsync<FindReceipt, Receipt?>(find => find.SignedAsync(receipt.PaymentId, Ct));

        Assert.Equal(ReceiptTruth.True, (await VerifyAsync(world, receipt.Code)).Truth);
    }

    [Fact]
    public async Task A_copy_is_judged_by_its_signature_alone()
    {
        await using var world = await World.CreateAsync();
        await PayAsync(world, await world.InvoiceAsync(10_00), 10_00);
        var receipt = await world.ReadAsync(db => db.Receipts.SingleAsync(Ct));
        var jws = ReceiptSeal.Compact(receipt)!;
        string Copy(string facts, string sealedText) => $$"""{"verdict":"true","receipt":{{facts}},"jws":"{{sealedText}}"}""";

        Assert.Equal(ReceiptTruth.True, await JudgeAsync(world, jws));
        Assert.Equal(ReceiptTruth.True, await JudgeAsync(world, Copy(receipt.Facts, jws)));
        Assert.Equal(ReceiptTruth.True, await JudgeAsync(world, Copy(receipt.Facts.Replace("\",", "\" , ", StringComparison.Ordinal), jws)));    // spaces say nothing
        Assert.Equal(ReceiptTruth.Altered, await JudgeAsync(world, Copy(receipt.Facts.Replace("10.00", "90.00", StringComparison.Ordinal), jws)));
        Assert.Equal(ReceiptTruth.Altered, await JudgeAsync(world, Forged(jws, receipt.Facts.Replace("10.00", "90.00", StringComparison.Ordinal))));

        // What a library must refuse, and what reads differently to different readers, is not what we wrote.
        Assert.Equal(ReceiptTruth.Altered, await JudgeAsync(world, Copy("""{"amount":"9999.00"}""", jws)));
        Assert.Equal(ReceiptTruth.Altered, await JudgeAsync(world, Headed(jws, $$"""{"alg":"none","kid":"{{receipt.KeyId}}"}""")));
        Assert.Equal(ReceiptTruth.Altered, await JudgeAsync(world, Headed(jws, $$"""{"alg":"ES256","kid":"{{receipt.KeyId}}","crit":["b64"],"b64":false}""")));
        Assert.Equal(ReceiptTruth.Altered, await JudgeAsync(world, jws.Insert(jws.IndexOf('.', StringComparison.Ordinal) + 5, " ")));
        Assert.Equal(ReceiptTruth.True, await JudgeAsync(world, "\uFEFF" + Copy(receipt.Facts, jws)));
        Assert.Null(ReceiptCopy.Read($$"""{"receipt":{"amount":"9999.00"},"jws":"{{jws}}","receipt":{{receipt.Facts}}}"""));

        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(ReceiptTruth.Unknown, await JudgeAsync(world, Signed(foreign, ReceiptSeal.Thumbprint(foreign), receipt.Facts)));
        Assert.Equal(ReceiptTruth.Altered, await JudgeAsync(world, Signed(foreign, receipt.KeyId!, receipt.Facts)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("a.b")]
    [InlineData("e30.e30.e30")]
    [InlineData("""{"receipt":1,"jws":1}""")]
    [InlineData("""{"receipt":{},"jws":"!.!.!"}""")]
    [InlineData("W10.W10.W10")]
    [InlineData("""{"jws":"\ud800.e30.e30","receipt":{}}""")]
    [InlineData("eyJraWQiOiJcdWQ4MDAifQ.e30.e30")]
    [InlineData("""{"receipt":{"a":{"b":{"c":{"d":1}}}},"jws":"e30.e30.e30"}""")]
    public void What_is_no_receipt_in_shape_is_not_judged(string? text) => Assert.Null(ReceiptCopy.Read(text));

    private static string Forged(string jws, string facts) =>
        $"{jws.Split('.')[0]}.{System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(facts))}.{jws.Split('.')[2]}";

    private static string Headed(string jws, string header) =>
        $"{System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(header))}.{jws.Split('.', 2)[1]}";

    private static string Signed(ECDsa key, string keyId, string facts)
    {
        var input = ReceiptSeal.Input(keyId, facts);
        return $"{System.Text.Encoding.ASCII.GetString(input)}.{System.Buffers.Text.Base64Url.EncodeToString(key.SignData(input, HashAlgorithmName.SHA256))}";
    }

    private static async Task<ReceiptTruth> JudgeAsync(World world, string text) =>
        (await world.UseAsync<VerifyReceipt, ReceiptVerdict>(verify => verify.HandleAsync(ReceiptCopy.Read(text)!, Ct))).Truth;

    private static Task<ReceiptVerdict> VerifyAsync(World world, string code) =>
        world.UseAsync<VerifyReceipt, ReceiptVerdict>(verify => verify.HandleAsync(code, Ct));

    private static async Task<Payment> PayAsync(World world, PayPage.Domain.Invoices.InvoiceId id, long amount)
    {
        var payment = await world.OpenPaymentAsync(id, amount);
        await world.RecordAsync(payment, ProcessorState.Succeeded);
        return payment;
    }

    /// <summary>The keys of an installation, which nobody can read until they are found again.</summary>
    private sealed class LostRing : IDataProtectionProvider, IDataProtector
    {
        private readonly IDataProtector _found = new EphemeralDataProtectionProvider().CreateProtector("found");

        public bool IsFound { get; set; }

        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => IsFound ? _found.Protect(plaintext) : throw new CryptographicException("The key ring cannot be read.");

        public byte[] Unprotect(byte[] protectedData) => _found.Unprotect(protectedData);
    }
}
