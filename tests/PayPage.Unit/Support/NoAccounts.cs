using PayPage.Domain.Team;

namespace PayPage.Unit.Support;

/// <summary>For tests in which nobody signs in.</summary>
internal sealed class NoAccounts : IAccounts
{
    public Task<string?> ResetTokenAsync(UserId user, CancellationToken ct) => Task.FromResult<string?>(null);

    public Task<SecondFactors?> SecondFactorsAsync(UserId user, CancellationToken ct) => Task.FromResult<SecondFactors?>(null);
}
