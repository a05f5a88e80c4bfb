using Microsoft.AspNetCore.Identity;

namespace PayPage.Data.Users;

/// <summary>A person's account as ASP.NET Core Identity keeps it. Only the rooms Data and SignIn know it; others speak of a <see cref="Domain.Team.UserId"/>.</summary>
public sealed class OfficeUser : IdentityUser<Guid>
{
    public const int NameLength = 100;

    /// <summary>As colleagues see it.</summary>
    public required string Name { get; set; }

    /// <summary>Whether he looks after the installation: above all merchants.</summary>
    public bool IsOperator { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>SHA-256 of a sign-in link that works once; null where there is none. Spent by conditional UPDATE.</summary>
#pragma warning disable CA1819 // a column
    public byte[]? OneTimeHash { get; set; }
#pragma warning restore CA1819
}
