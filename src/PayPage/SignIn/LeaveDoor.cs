using Microsoft.AspNetCore.Identity;
using PayPage.Data.Users;

namespace PayPage.SignIn;

/// <summary>Out. May be repeated.</summary>
internal sealed class LeaveDoor(SignInManager<OfficeUser> signIn)
{
    public Task LeaveAsync() => signIn.SignOutAsync();
}
