<!DOCTYPE html>
<html>
<body class="search">
<h1>Results for <?= $_GET['q'] ?></h1> <!-- finds: php.security.response-built-from-request -->
<h2>It's "<?= htmlspecialchars($_GET['q']) ?>"</h2> <!-- ok: php.security.response-built-from-request -->
<?php if (isset($_GET['page'])): ?>
  <p>Page <?php echo $_GET['page'] ?> of <?= $pages ?></p> <!-- finds: php.security.response-built-from-request -->
  <input name="q" value="<?=$_GET['q']?>"> <!-- finds: php.security.response-built-from-request -->
<?php else: // the first one ?>
  <p>Page 1</p>
<?php endif ?>
<?php foreach ($books as $book) { ?>
  <li><?= $book->title ?> <?= (int) $_GET['copies'] ?></li> <!-- ok: php.security.response-built-from-request -->
<?php } ?>
<p>Your name: $_GET['name'] is text here</p> <!-- ok: php.security.response-built-from-request -->
<?php print $_COOKIE['name']; ?> <!-- finds: php.security.response-built-from-request -->
</body>
</html>
