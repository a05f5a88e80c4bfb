using System.Net;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Merchants;
using PayPage.Domain.Processors;
using PayPage.Domain.Team;

namespace PayPage.Unit.Office;

/// <summary>The pages on which a merchant connects his account at Stripe.</summary>
public sealed class AccountPagesTests(OfficeFixture office) : IClassFixture<OfficeFixture>, IAsyncLifetime
{
    private const string Secret = "sk_test_4eC39HqLyjWDarjtT1zdp7dc";
    private const string Signing = "whsec_c2lnbmluZyBzZWNyZXQgb25l";

    private MerchantId _merchant;

    private Colleague _admin = null!;    // set before each test

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Here => $"/merchant/{_merchant}/settings/processor";

    public async ValueTask InitializeAsync()
    {
        _merchant = await OfficeThings.OtherMerchantAsync(office.Site, Ct);
        _admin = await Colleague.HiredAsync(office.Site, _merchant, Role.Admin, Ct);
    }

    public ValueTask DisposeAsync()
    {
        _admin.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Keys_are_saved_once_sealed_and_never_shown_again_and_in_no_log()
    {
        var id = $"acc_{new IdSource().Next():N}";
        var first = await AddAsync(id);
        var second = await AddAsync(id);
        var page = await _admin.ReadAsync($"{Here}/{id}", Ct);
        var account = Assert.Single(await AccountsAsync());

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        Assert.Equal((true, "p7dc", ProcessorKind.Stripe), (account.IsDraft, account.KeyEnd, account.Kind));
        Assert.Contains("p7dc", page, StringComparison.Ordinal);
        Assert.Contains($"/hooks/stripe/{id}", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Signing, page, StringComparison.Ordinal);
        Assert.DoesNotContain(office.Site.Log, line => line.Contains("4eC39", StringComparison.Ordinal) || line.Contains(Signing, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_no_secret_comes_back()
    {
        var answer = await _admin.PostAsync(
            $"{Here}/new", $"{Here}/new", Ct, ("Id", $"acc_{new IdSource().Next():N}"), ("SecretKey", "sk_test_short"), ("PublicKey", Secret), ("Style", "OnPage"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"SecretKey-fault\"", page, StringComparison.Ordinal);
        Assert.Contains("must never be seen by a browser", page, StringComparison.Ordinal);
        Assert.DoesNotContain("sk_test_short", page, StringComparison.Ordinal);
        Assert.Empty(await AccountsAsync());
    }

    [Fact]
    public async Task An_untested_account_is_not_put_in_use_and_home_says_that_nobody_can_pay()
    {
        var id = $"acc_{new IdSource().Next():N}";
        await AddAsync(id);
        var answer = await _admin.PostAsync($"{Here}/{id}?handler=Use", $"{Here}/{id}", Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Test the connection first", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("Nobody can pay you now", await _admin.ReadAsync($"/merchant/{_merchant}", Ct), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> AddAsync(string id) => _admin.PostAsync(
        $"{Here}/new", $"{Here}/new", Ct,
        ("Id", id), ("SecretKey", Secret), ("PublicKey", "pk_test_TYooMQauvdEDq54NiTphI7jx"), ("SigningSecret", Signing), ("Style", "OnPage"));

    private async Task<IReadOnlyList<ProcessorAccount>> AccountsAsync()
    {
        await using var db = office.Site.OpenDatabase();
        return await db.Accounts.AsNoTracking().Where(a => a.MerchantId == _merchant).ToListAsync(Ct);
    }

    private sealed class IdSource
    {
        private readonly PayPage.Domain.IdSource _ids = new(TimeProvider.System, System.Security.Cryptography.RandomNumberGenerator.GetBytes);

        public Guid Next() => _ids.Next();
    }
}
