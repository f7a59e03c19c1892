using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoubleRandom.Access;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("account");
        account.Property(a => a.Name).HasMaxLength(64);
        account.Property(a => a.Home).HasMaxLength(6);
        account.HasIndex(a => new { a.Home, a.InspectorNumber }).IsUnique();
    }
}

internal sealed class AccountPostMapping : IEntityTypeConfiguration<AccountPost>
{
    public void Configure(EntityTypeBuilder<AccountPost> post)
    {
        post.HasKey(p => new { p.Jurisdiction, p.Account, p.Role, p.Department });
        post.Property(p => p.Department).HasMaxLength(2);
    }
}

internal sealed class AccountDetailMapping :
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim) => claim.ToTable("account_claim");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login) => login.ToTable("account_login");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token) => token.ToTable("account_token");
}
