using Microsoft.AspNetCore.Identity;
using PayPage.Data;
using PayPage.Data.Users;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.UseCases.Team;

namespace PayPage.SignIn;

/// <summary>An invited person who is new here gets an account and a place in the team, in one commit, and is signed in.</summary>
internal sealed class JoinTeam(WriteSeam write, NewPeople people, AcceptInvitation accept, SignInManager<OfficeUser> signIn)
{
    /// <param name="invitation">As its page was shown it: the address is taken from it, so that only the owner of the mailbox gets this account.</param>
    public async Task<Outcome> HandleAsync(Invitation invitation, string? name, string? password, CancellationToken ct)
    {
        var faults = await people.FaultsAsync(name ?? "", invitation.Email, password ?? "");

        if (faults.Count > 0)
        {
            return new Outcome.Faulty(faults);
        }

        if (await write.RunAsync((unit, token) => JoinAsync(unit, invitation.Id, name!, password!, token), ct) is not var (user, merchant))    // judged above
        {
            return new Outcome.Closed();
        }

        await signIn.SignInAsync(user, isPersistent: false);
        return new Outcome.Joined(merchant);
    }

    /// <returns>Null when the invitation is not open any more, or its address has an account by now.</returns>
    private async Task<(OfficeUser User, MerchantId Merchant)?> JoinAsync(Unit unit, InvitationId id, string name, string password, CancellationToken ct)
    {
        if (await accept.OpenAsync(unit, id, ct) is not { } open || await people.AddAsync(unit, name, open.Email, password, ct) is not { } user)
        {
            return null;
        }

        return (user, await accept.JoinAsync(unit, open, new UserId(user.Id), ct));
    }

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        internal sealed record Joined(MerchantId Merchant) : Outcome;

        /// <param name="Faults">By field: <c>Name</c>, <c>Password</c>.</param>
        internal sealed record Faulty(IReadOnlyDictionary<string, string> Faults) : Outcome;

        internal sealed record Closed : Outcome;
    }
}
