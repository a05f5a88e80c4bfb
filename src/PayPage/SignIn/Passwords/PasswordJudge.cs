using Microsoft.AspNetCore.Identity;
using PayPage.Data.Users;

namespace PayPage.SignIn.Passwords;

/// <summary>Our rules for Identity, in place of its own.</summary>
internal sealed class PasswordJudge : IPasswordValidator<OfficeUser>
{
    public Task<IdentityResult> ValidateAsync(UserManager<OfficeUser> manager, OfficeUser user, string? password) => Task.FromResult(
        PasswordRules.Objection(password, user.Name, user.Email) is { } objection
            ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = objection })
            : IdentityResult.Success);
}
