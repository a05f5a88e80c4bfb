using PayPage.Domain.Team;
using PayPage.SignIn;

namespace PayPage.Pages.Office.Account;

/// <summary>A person's own account at a glance.</summary>
internal sealed class IndexModel(IAccounts accounts, ChangePassword passwords, OwnSessions sessions) : SignedInPage
{
    public bool HasPassword { get; private set; }

    public SecondFactors Factors { get; private set; } = new(false, 0, []);

    public int Sessions { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Title = "Your account";
        HasPassword = await passwords.HasOneAsync(Me);
        Factors = await accounts.SecondFactorsAsync(Me.Id, ct) ?? Factors;
        Sessions = (await sessions.ListAsync(Me, ct)).Count;
    }
}
